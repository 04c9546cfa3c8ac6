import type { CalledOperation } from '@tessera/contracts/release.ts';
import { operationShape, type OpenApiDocument } from '@tessera/federation/api/operation-shape.ts';
import { type Finding, note, refusal, warning } from '../finding.ts';

export interface LiveApi {
  /** The live OpenAPI document of the slice that answers a path; undefined where none does. */
  documentOf(path: string): OpenApiDocument | undefined;
}

/**
 * Compares each operation that the build calls with the live one: what it relied on must still be so.
 *
 * @param mentions whether a name occurs in the build's scripts; a field nobody names is nobody's loss
 */
export function apiFindings(
  calls: readonly CalledOperation[] | undefined,
  live: LiveApi,
  mentions: (name: string) => boolean,
): Finding[] {
  if (calls === undefined)
    return [
      note(
        'api-unknown',
        'The build does not say which operations it calls: build it with this version.',
        'tessera.json',
      ),
    ];
  return calls.flatMap((call) => {
    const document = live.documentOf(call.path);
    const shape = document && operationShape(document, call.method, call.path);
    return shape ? compare(call, shape, mentions) : [missing(call, document)];
  });
}

const nameOf = ({ method, path }: CalledOperation): string => `${method.toUpperCase()} ${path}`;

function missing(call: CalledOperation, document: OpenApiDocument | undefined): Finding {
  const methods = Object.keys((document?.['paths'] as Record<string, object> | undefined)?.[call.path] ?? {});
  const where = nameOf(call);
  if (methods.length > 0)
    return refusal('api-method-removed', {
      what: `The live API answers ${methods.join(', ').toUpperCase()} at ${call.path}, and no ${call.method.toUpperCase()}.`,
      where,
      fix: 'Call it the way the live API takes it; the slice’s OpenAPI document says how.',
    });
  return refusal('api-path-removed', {
    what: `The live API has no ${call.path}.`,
    where,
    fix: 'Call what took its place, or drop the call: a page that needs it would show an error.',
  });
}

type Shape = Pick<CalledOperation, 'sends' | 'answers'>;

const compare = (call: CalledOperation, now: Shape, mentions: (name: string) => boolean): Finding[] => [
  ...answerFindings(call, now.answers, mentions),
  ...requestFindings(call, now.sends),
];

function answerFindings(call: CalledOperation, now: Shape['answers'], mentions: (name: string) => boolean): Finding[] {
  return Object.entries(call.answers).flatMap(([field, before]) => {
    const bare = withoutMark(field);
    const name = lastName(bare);
    const isUsed = name === '' || mentions(name);
    const say = isUsed ? refusal : unused;
    const at = { where: `${nameOf(call)} → ${bare}` };
    const after = now[bare];
    if (after === undefined && now[`${bare}?`] === undefined) {
      // Its parent's loss says it already.
      if (isBelowALoss(bare, call.answers, now)) return [];
      return [
        say('api-field-removed', { ...at, what: `Its answer no longer has ${bare}.`, fix: `Do without ${bare}.` }),
      ];
    }
    const type = after ?? now[`${bare}?`] ?? '';
    const added = isWithin(before, type) ? [] : typesOf(type).filter((one) => !typesOf(before).includes(one));
    const isNewValue = added.every(isValue) && typesOf(before).some(isValue);
    if (added.length > 0 && !isNewValue)
      return [
        say('api-field-retyped', {
          ...at,
          what: `${bare} was ${before}, and now is ${type}.`,
          fix: `Read ${bare} as ${type}.`,
        }),
      ];
    if (!field.endsWith('?') && after === undefined)
      return [
        say('api-field-optional', {
          ...at,
          what: `${bare} was always there, and now may be absent.`,
          fix: `Do without ${bare} where it is absent.`,
        }),
      ];
    if (added.length > 0)
      return [
        warning('api-new-values', {
          ...at,
          what: `${bare} has new values: ${added.join(', ')}.`,
          fix: 'Show something for values you do not know.',
        }),
      ];
    return [];
  });
}

function requestFindings(call: CalledOperation, now: Shape['sends']): Finding[] {
  const where = (field: string): string => `${nameOf(call)} ← ${field.replace(':', ' ')}`;
  const wanted = Object.keys(now)
    .filter((field) => !field.endsWith('?') && !knows(call.sends, field) && !isNewInside(field, call.sends))
    .map((field) =>
      refusal('api-field-required', {
        what: `It now requires ${field.replace(':', ' ')}, which this build does not know of.`,
        where: where(field),
        fix: `Send ${lastName(field)}.`,
      }),
    );
  const made = Object.entries(call.sends).flatMap(([field, before]) => {
    const bare = withoutMark(field);
    const after = now[bare] ?? now[`${bare}?`];
    if (after === undefined) return [];
    const required =
      field.endsWith('?') && now[bare] !== undefined
        ? [
            refusal('api-field-required', {
              what: `${bare.replace(':', ' ')} could be left out, and is now required.`,
              where: where(bare),
              fix: `Always send ${lastName(bare)}.`,
            }),
          ]
        : [];
    const lost = typesOf(before).filter((one) => !accepts(after, one));
    if (lost.length === 0) return required;
    return [
      ...required,
      refusal('api-request-narrowed', {
        what: `${bare.replace(':', ' ')} no longer takes ${lost.join(', ')}; it takes ${after}.`,
        where: where(bare),
        fix: `Send ${after}.`,
      }),
    ];
  });
  return [...wanted, ...made];
}

const unused = (code: string, finding: Omit<Finding, 'code' | 'severity'>): Finding =>
  note(`${code}-unused`, `${finding.what} No script of the build names it.`, finding.where);

const withoutMark = (field: string): string => field.replace(/\?$/, '');
const lastName = (field: string): string =>
  withoutMark(field)
    .replace(/^\w+:/, '')
    .split(/[.[\]]+/)
    .filter(Boolean)
    .at(-1) ?? '';
const typesOf = (type: string): string[] => type.split(' | ');
/** One of an enumeration, as JSON; other types are bare words. */
const isValue = (type: string): boolean => /^["\d-]|^(?:true|false)$/.test(type);
const knows = (fields: Readonly<Record<string, string>>, field: string): boolean =>
  withoutMark(field) in fields || `${withoutMark(field)}?` in fields;

/** Whether every type that may come now could be read before. */
const isWithin = (before: string, now: string): boolean => typesOf(now).every((type) => accepts(before, type));

/** Whether `type` is one of the types, or part of one: a whole number of numbers, a value of texts. */
function accepts(wanted: string, type: string): boolean {
  const types = typesOf(wanted);
  if (types.includes(type) || types.includes('unknown')) return true;
  if (type === 'integer') return types.includes('number');
  return isValue(type) && types.includes(type.startsWith('"') ? 'string' : 'number');
}

const isBelowALoss = (field: string, before: Shape['answers'], now: Shape['answers']): boolean =>
  Object.keys(before).some((other) => {
    const parent = withoutMark(other);
    return (
      parent !== field && (field.startsWith(`${parent}.`) || field.startsWith(`${parent}[`)) && !knows(now, parent)
    );
  });

/** A field that is required only inside a part that is new and may be left out. */
const isNewInside = (field: string, before: Shape['sends']): boolean => {
  const parents = field.split('.').slice(0, -1);
  return parents.some((_, index) => {
    const parent = parents
      .slice(0, index + 1)
      .join('.')
      .replace(/(?:\[\])+$/, '');
    return (
      !knows(before, parent) &&
      !Object.keys(before).some((other) => other.startsWith(`${parent}.`) || other.startsWith(`${parent}[`))
    );
  });
};
