import autocannon from 'autocannon';
import type { Job, Outcome } from './job.ts';
import type { Scenario } from './scenarios.ts';

/** As many requests as the shop answers: each connection asks again as soon as it has its answer. */
export function runRequests(scenario: Scenario, { origin, connections, durationMs }: Job): Promise<Outcome> {
  const { host, port } = new URL(origin);
  const latenciesMs: number[] = [];
  const statuses = new Map<number, number>();
  let index = Math.floor(Math.random() * 1e6);
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    autocannon(
      {
        url: `http://127.0.0.1:${port}`,
        connections,
        duration: durationMs / 1000,
        requests: [
          {
            setupRequest(request) {
              index += 1;
              const { headers, ...rest } = scenario.request(index);
              return { ...request, ...rest, headers: { ...headers, host } };
            },
          },
        ],
      },
      (error, { errors, timeouts }) => {
        if (error) return reject(error);
        const refused = [...statuses.values()].reduce((total, number) => total + number, 0);
        const [status] = statuses.keys();
        resolve({
          latenciesMs,
          elapsedMs: performance.now() - startedAt,
          failures: errors + timeouts + refused,
          ...(status === undefined ? {} : { firstFailure: `status ${status}` }),
        });
      },
    ).on('response', (_client, status, _bytes, responseTimeMs) => {
      if (status === 200) latenciesMs.push(responseTimeMs);
      else statuses.set(status, (statuses.get(status) ?? 0) + 1);
    });
  });
}
