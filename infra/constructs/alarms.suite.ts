import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { regionalFunctions } from '../deployed-functions.ts';
import { cloud } from '../testing/synth.ts';

const root = path.join(import.meta.dirname, '..', '..');
const runbooks = path.join(root, 'docs', 'runbooks');

const alarms = () =>
  cloud()
    .resourcesOf('AWS::CloudWatch::Alarm')
    .map(({ Properties }) => ({
      name: String(Properties['AlarmName']),
      text: String(Properties['AlarmDescription']),
      actions: Properties['AlarmActions'],
    }));

test('every function is watched for errors, throttles and time', () => {
  const names = alarms().map(({ name }) => name);
  for (const { name } of regionalFunctions)
    expect(names).toEqual(expect.arrayContaining([`${name}-errors`, `${name}-throttles`, `${name}-duration`]));
});

test('everything given up on is noticed', () => {
  const queues = cloud()
    .resourcesOf('AWS::SQS::Queue')
    .map(({ Properties }) => String(Properties['QueueName']));
  const watched = cloud()
    .resourcesOf('AWS::CloudWatch::Alarm')
    .flatMap(({ Properties }) => JSON.stringify(Properties['Dimensions'] ?? ''));
  for (const queue of queues.filter((name) => name.endsWith('-dead-letters')))
    expect(watched.some((dimensions) => dimensions.includes(`"${queue}"`))).toBe(true);
});

test('every alarm reaches people, and leads to a heading of its own name', () => {
  for (const { name, text, actions } of alarms()) {
    expect(actions).toHaveLength(1);
    const [, file, heading] = /Runbook: docs\/runbooks\/([\w-]+\.md)#([\w-]+)$/.exec(text) ?? [];
    expect(heading).toBe(name);
    expect(headingsOf(file ?? '')).toContain(name);
  }
});

test('no runbook speaks of an alarm that is gone', () => {
  const names = new Set(alarms().map(({ name }) => name));
  // Heading of an alarm: one word in lower case. Others are sentences.
  const headings = readdirSync(runbooks)
    .flatMap(headingsOf)
    .filter((heading) => /^[a-z0-9-]+$/.test(heading));
  expect(headings.filter((heading) => !names.has(heading))).toEqual([]);
});

function headingsOf(file: string): string[] {
  const full = path.join(runbooks, file);
  if (!existsSync(full)) return [];
  return [...readFileSync(full, 'utf8').matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
}
