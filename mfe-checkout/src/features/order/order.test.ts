import { OrderState } from '@tessera/contracts/api/checkout.ts';
import { describe, expect, it } from 'vitest';
import { phaseOf } from './order-phase.ts';
import { pollDelays } from './poll-delays.ts';

describe('phaseOf', () => {
  it('has a phase for each state, and waits for the unpaid ones only', () => {
    const waiting = OrderState.options.filter((state) => phaseOf(state) === 'waiting');
    expect(waiting).toEqual(['pending', 'pending_async']);
    expect(OrderState.options.map(phaseOf)).not.toContain(undefined);
  });
});

describe('pollDelays', () => {
  it('grows from a second to eight and ends after about two minutes', () => {
    const delays = pollDelays();
    expect(delays[0]).toBe(1000);
    expect(delays).toEqual([...delays].sort((left, right) => left - right));
    expect(Math.max(...delays)).toBe(8000);
    const total = delays.reduce((sum, delay) => sum + delay, 0);
    expect(total).toBeGreaterThanOrEqual(120_000);
    expect(total).toBeLessThan(130_000);
  });
});
