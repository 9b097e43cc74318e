import type { RetentionStatus } from '../../protocol/retention-api.ts';

/** Counts since the start, for `/metrics` (Prometheus text format 0.0.4). Routes are patterns; nothing here names anyone. */
export class Metrics {
  readonly #requests = new Map<string, number>();
  #commits = 0;
  #failedCommits = 0;
  #changes = 0;
  openStreams = 0;

  request(method: string, route: string, status: number): void {
    const key = `method="${method}",route="${route}",status="${status}"`;
    this.#requests.set(key, (this.#requests.get(key) ?? 0) + 1);
  }

  commit(changes: number, failed: boolean): void {
    if (failed) this.#failedCommits += 1;
    else {
      this.#commits += 1;
      this.#changes += changes;
    }
  }

  /** `counts` are rows per table, `ready` whether the server takes requests, `retention` how the job is. */
  text(
    counts: Readonly<Record<string, number>>,
    ready: boolean,
    memory: number,
    { clock, failing, late, lastRun }: RetentionStatus,
  ): string {
    const lines = [
      '# TYPE foyer_ready gauge',
      `foyer_ready ${ready ? 1 : 0}`,
      '# TYPE foyer_clock_doubtful gauge',
      `foyer_clock_doubtful ${clock === 'sound' ? 0 : 1}`,
      '# TYPE foyer_retention_failing gauge',
      `foyer_retention_failing ${failing ? 1 : 0}`,
      '# TYPE foyer_retention_late gauge',
      `foyer_retention_late ${late ? 1 : 0}`,
      ...(lastRun === null
        ? []
        : [
            '# TYPE foyer_retention_last_run_timestamp_seconds gauge',
            `foyer_retention_last_run_timestamp_seconds ${Date.parse(lastRun) / 1000}`,
          ]),
      '# TYPE foyer_commits_total counter',
      `foyer_commits_total ${this.#commits}`,
      '# TYPE foyer_commits_failed_total counter',
      `foyer_commits_failed_total ${this.#failedCommits}`,
      '# TYPE foyer_changes_total counter',
      `foyer_changes_total ${this.#changes}`,
      '# TYPE foyer_open_streams gauge',
      `foyer_open_streams ${this.openStreams}`,
      '# TYPE foyer_resident_memory_bytes gauge',
      `foyer_resident_memory_bytes ${memory}`,
      '# TYPE foyer_rows gauge',
      ...Object.entries(counts).map(([table, count]) => `foyer_rows{table="${table}"} ${count}`),
      '# TYPE foyer_requests_total counter',
      ...[...this.#requests].map(([labels, count]) => `foyer_requests_total{${labels}} ${count}`),
    ];
    return `${lines.join('\n')}\n`;
  }
}
