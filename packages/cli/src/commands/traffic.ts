import { trafficApi, type Traffic } from '@tessera/contracts/api/traffic.ts';
import { table } from '../io/ui.ts';
import { openShop } from '../shop/open-shop.ts';
import type { Handler } from './handlers.ts';

export const promote: Handler<'promote'> = async ({ release, to, reason, ...command }, { ports }) => {
  const shop = await openShop(ports, command);
  const body = { version: release.version, to, reason: reason ?? 'tessera promote' };
  const traffic = await shop.call(trafficApi.promote, { params: { remote: release.remote }, body });
  return { data: { traffic }, text: sentenceOf(traffic) };
};

export const rollback: Handler<'rollback'> = async ({ remote, quarantine, reason, ...command }, { ports }) => {
  const shop = await openShop(ports, command);
  const body = { quarantine, reason: reason ?? 'tessera rollback' };
  const traffic = await shop.call(trafficApi.rollback, { params: { remote }, body });
  return { data: { traffic }, text: sentenceOf(traffic) };
};

export const pause: Handler<'pause'> = async ({ remote, resume, reason, ...command }, { ports }) => {
  const shop = await openShop(ports, command);
  const body = { reason: reason ?? (resume ? 'tessera pause --resume' : 'tessera pause') };
  const traffic = await shop.call(resume ? trafficApi.resume : trafficApi.pause, { params: { remote }, body });
  return { data: { traffic }, text: sentenceOf(traffic) };
};

export const channels: Handler<'channels'> = async (command, { ports, ui }) => {
  const shop = await openShop(ports, command);
  const { items, ...rest } = await shop.call(trafficApi.trafficOfAll);
  const rows = items.map(({ remote, stable, rollout }) => [
    remote,
    stable ? `stable ${stable.version}` : 'not in the shop',
    rollout ? `canary ${rollout.release.version}, ${rollout.percent} %, ${rollout.state}` : '',
  ]);
  const moved = `Last moved ${rest.moved.at.slice(0, 16).replace('T', ' ')} by ${rest.moved.by}.`;
  const channel = ui.paint('bold', 'live');
  return { data: { channels: { live: { items, ...rest } } }, text: [channel, table(rows), moved].join('\n') };
};

/** Who is served what now, in a sentence. */
function sentenceOf({ remote, stable, rollout }: Traffic): string {
  const all = stable ? `${remote} ${stable.version}` : `no ${remote}`;
  if (!rollout) return `Everybody is served ${all}.`;
  const { release, percent, state, plan } = rollout;
  const goesOn = state === 'paused' ? ' It is paused.' : plan ? ' It steps up by itself while it is healthy.' : '';
  return `${percent} % of visitors are served ${remote} ${release.version}, the others ${all}.${goesOn}`;
}
