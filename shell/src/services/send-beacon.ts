const path = '/api/session/telemetry';

/** A beacon survives the page; where it is refused, a `keepalive` fetch does. */
export function sendBeacon(body: string): void {
  const blob = new Blob([body], { type: 'application/json' });
  if (navigator.sendBeacon(path, blob)) return;
  fetch(path, { method: 'POST', body, keepalive: true, headers: { 'content-type': 'application/json' } }).catch(
    () => undefined,
  );
}
