package errata;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.server.CommunityBootstrapper;

/**
 * A real Neo4j (Bolt, HTTP and Browser on the loopback address) for as long as standard input stays open.
 *
 * <p>{@code Neo4jForTests HOME [setting=value …]}; {@code NEO4J_TEST_PASSWORD} is the password of the user neo4j. Ports are
 * the system's choice unless set. Prints one line of JSON with its addresses once it answers. Ends when standard input
 * closes, or when the server behind the printed address is no longer its own.
 */
public final class Neo4jForTests {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(5);
    private static final int CHECKS_TO_FAIL = 4;

    private Neo4jForTests() {}

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(arguments[0]);
        var server = new CommunityBootstrapper();
        var status = server.start(home, settings(arguments));
        if (status != 0) {
            System.exit(status);
        }
        var databases = server.getDatabaseManagementService();
        setPassword(databases, System.getenv("NEO4J_TEST_PASSWORD"));
        var addresses = new Addresses(databases);
        System.out.println(addresses.json());
        watch(addresses);
        while (System.in.read() >= 0) {
            // Whoever started this says nothing; the end of the input is the sign to stop.
        }
        server.stop();
        System.exit(0);
    }

    private static Map<String, String> settings(String[] arguments) throws IOException {
        var settings = new HashMap<String, String>();
        var bolt = "127.0.0.1:" + freePort();
        settings.put("server.bolt.listen_address", bolt);
        settings.put("server.bolt.advertised_address", bolt);
        settings.put("server.http.listen_address", "127.0.0.1:0");
        settings.put("server.memory.pagecache.size", "128m");
        settings.put("dbms.usage_report.enabled", "false");
        settings.put("db.tx_log.preallocate", "false");
        for (var index = 1; index < arguments.length; index++) {
            var parts = arguments[index].split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        return settings;
    }

    /** A free port. Not left to the server, which would tell the Browser its default instead. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void setPassword(DatabaseManagementService databases, String password) {
        var command = "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED";
        if (password != null) {
            try {
                databases.database("system").executeTransactionally(command, Map.of("password", password));
            } catch (RuntimeException error) {
                if (!String.valueOf(error.getMessage()).contains("Old password and new password")) {
                    throw error;
                }
            }
        }
    }

    /** Ends the process if its own server stops answering, so that no test talks to another's. */
    private static void watch(Addresses addresses) {
        var watcher = new Thread(() -> {
            for (var failures = 0; failures < CHECKS_TO_FAIL; failures = addresses.answer() ? 0 : failures + 1) {
                try {
                    Thread.sleep(BETWEEN_CHECKS.toMillis());
                } catch (InterruptedException stopped) {
                    return;
                }
            }
            System.err.println("The Neo4j for tests no longer answers at " + addresses.json() + " and ends.");
            Runtime.getRuntime().halt(3);
        });
        watcher.setDaemon(true);
        watcher.start();
    }

    /** Where the server listens. */
    private record Addresses(int bolt, int http) {
        private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

        Addresses(DatabaseManagementService databases) {
            this(portOf(databases, ConnectorType.BOLT), portOf(databases, ConnectorType.HTTP));
        }

        private static int portOf(DatabaseManagementService databases, ConnectorType type) {
            var register = ((GraphDatabaseAPI) databases.database("system"))
                    .getDependencyResolver().resolveDependency(ConnectorPortRegister.class);
            return register.getLocalAddress(type).getPort();
        }

        boolean answer() {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + "/")).timeout(PATIENCE).build();
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", bolt), (int) PATIENCE.toMillis());
                var body = CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
                return body.contains("\"neo4j_version\"") && body.contains(":" + bolt);
            } catch (IOException unreachable) {
                return false;
            } catch (InterruptedException stopped) {
                return true;
            }
        }

        String json() {
            return "{\"bolt\":\"bolt://127.0.0.1:%d\",\"http\":\"http://127.0.0.1:%d\",\"pid\":%d}"
                    .formatted(bolt, http, ProcessHandle.current().pid());
        }
    }
}
