import { type DestinationStream, type Logger, pino } from 'pino';

/** JSON lines with levels, times and request ids. Headers and bodies are never logged; should one slip in, secrets are cut out. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['*.authorization', '*.headers.authorization', 'authorization', '*.password', '*.token'],
      censor: '[secret]',
    },
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return pino(options, destination ?? pino.destination({ dest: 1, sync: false }));
}
