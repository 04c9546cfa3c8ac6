/** What a function is asked to do, in the shape it has on the wire between the processes. */
export type Task =
  | {
      do: 'request';
      tenantId: string;
      user: string;
      method: 'GET' | 'POST';
      path: string;
      body?: unknown;
      key?: string;
    }
  | { do: 'deliver'; payload: string; signature: string }
  | { do: 'handle'; eventId: string }
  | { do: 'sweep'; tenantId: string };

/** Where the process dies: at the n-th call (from 1), before it leaves or once its answer has come. */
export interface Fault {
  /** Counts the calls of this name only. */
  call?: string;
  nth: number;
  when: 'before' | 'after';
}

export interface Invocation {
  task: Task;
  /** The function's clock, epoch milliseconds. */
  nowMs: number;
  fault: Fault | undefined;
}

/** What a function answers; `calls` names its outbound calls in their order. */
export type Answer = { calls: string[] } & ({ status: number; body: string } | { error: string });

/** Where its parts are. */
export interface FunctionConfig {
  dynamoEndpoint: string;
  tableName: string;
  stripeOrigin: string;
}
