import { Token } from 'aws-cdk-lib';
import { commonNames, environmentShapes, type RegionalFunctionName } from '../../backend/environment/shapes.ts';

/** Set by Lambda itself, which refuses them from anyone else. */
const reserved = new Set(['AWS_REGION']);

/** Where a function's environment is not what its `env.ts` asks for. A value that only the deployment knows is taken as good. */
export function problemsOfEnvironment(name: RegionalFunctionName, values: ReadonlyMap<string, string>): string[] {
  const shape = environmentShapes[name];
  const asked = Object.entries(shape).filter(([key]) => !reserved.has(key));
  const wrong = asked.flatMap(([key, schema]) => {
    const value = values.get(key);
    if (value !== undefined && isKnownLater(value)) return [];
    const result = schema.safeParse(value);
    if (result.success) return [];
    const problem = value === undefined ? 'is not given' : (result.error.issues[0]?.message ?? 'is wrong');
    return [`${name}: ${key} ${problem}`];
  });
  const surplus = [...values.keys()].filter((key) => !(key in shape) && !commonNames.has(key));
  return [...wrong, ...surplus.map((key) => `${name} is given ${key}, which its env.ts does not name`)];
}

const isKnownLater = (value: string): boolean => Token.isUnresolved(value) || value.startsWith('{{resolve:');
