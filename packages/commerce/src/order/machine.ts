/** A state machine as data: per state, the events it takes and where they lead. A state without events is final. */
export type Machine<State extends string, Event extends string> = Readonly<{
  initial: State;
  states: Readonly<Record<State, Readonly<Partial<Record<Event, State>>>>>;
}>;

export type Transition<State extends string> =
  { ok: true; state: State; changed: boolean } | { ok: false; reason: 'not-allowed'; state: State };

/** An event that leads back to the same state is allowed and changes nothing: deliveries repeat. */
export function transition<State extends string, Event extends string>(
  machine: Machine<State, Event>,
  state: State,
  event: Event,
): Transition<State> {
  const next = machine.states[state][event];
  return next === undefined
    ? { ok: false, reason: 'not-allowed', state }
    : { ok: true, state: next, changed: next !== state };
}

/** What is wrong with a machine; empty when every target exists and every state can be reached. */
export function validateMachine(machine: Machine<string, string>): string[] {
  const problems: string[] = [];
  const reached = new Set<string>();
  const queue = [machine.initial];
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    if (reached.has(state)) continue;
    reached.add(state);
    const events = machine.states[state];
    if (!events) problems.push(`${state} is led to but not declared`);
    for (const target of Object.values(events ?? {})) if (target !== undefined) queue.push(target);
  }
  for (const state of Object.keys(machine.states)) if (!reached.has(state)) problems.push(`${state} is never reached`);
  return problems;
}
