import type { ObjectStore } from '../store/objects.ts';
import { toList } from './list.ts';
import { invalid } from './faults.ts';

type Json = Record<string, unknown>;

const maxDepth = 4;

/** Replaces ids by the objects they name, along paths like `payment_intent.latest_charge` and `data.customer`. */
export function expand(objects: ObjectStore, answer: object, paths: readonly string[]): object {
  // Through JSON, so that what is stored is never changed and a nested value is plain data.
  const copy = toJson(JSON.parse(JSON.stringify(answer)));
  for (const path of paths) {
    const keys = path.split('.');
    if (keys.length > maxDepth) throw invalid('You cannot expand more than 4 levels of a property.', 'expand');
    expandPath(objects, copy, keys, path);
  }
  return copy;
}

function expandPath(objects: ObjectStore, target: Json, keys: readonly string[], path: string): void {
  const [key = '', ...rest] = keys;
  const value = target[key] ?? includable(objects, target, key);
  const found = typeof value === 'string' ? objects.findAny(value) : value;
  if (found === undefined || (typeof value === 'string' && !found))
    throw invalid(`This property cannot be expanded (${path}).`, 'expand');
  target[key] = found;
  if (rest.length === 0 || found === null) return;
  for (const next of Array.isArray(found) ? found : [found]) expandPath(objects, toJson(next), rest, path);
}

/** Lists that an object carries only when asked for. */
function includable(objects: ObjectStore, target: Json, key: string): unknown {
  const id = String(target['id']);
  if (target['object'] === 'checkout.session' && key === 'line_items')
    return toList(objects.children(id, 'item'), `/v1/checkout/sessions/${id}/line_items`);
  if (target['object'] === 'charge' && key === 'refunds')
    return toList(objects.page('refund', { match: { charge: id }, limit: 10 }).items, `/v1/charges/${id}/refunds`);
  if (target['object'] === 'invoice' && key === 'payments')
    return toList(objects.children(id, 'invoice_payment'), `/v1/invoice_payments?invoice=${id}`);
  return key in target ? null : undefined;
}

function toJson(value: unknown): Json {
  if (typeof value === 'object' && value !== null) return value as Json;
  throw invalid('This property cannot be expanded.', 'expand');
}
