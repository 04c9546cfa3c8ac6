import { Stack } from 'aws-cdk-lib';
import { tableDefinition } from '../../backend/table/definition.ts';
import type { PlatformFunction } from '../constructs/platform-function.ts';
import { tableName } from '../names.ts';
import type { Grant } from './grant.ts';

const reading = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:ConditionCheckItem'];
const writing = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem'];
/** DynamoDB asks for them in the name of whoever reads or writes. */
const usingItsKey = ['kms:Encrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:GenerateDataKey', 'kms:DescribeKey'];

export const readTable: Grant = (fn) => {
  fn.allow(reading, resourcesIn(fn));
  fn.give({ TABLE_NAME: tableName });
};

export const readAndWriteTable: Grant = (fn, { dataKey }) => {
  fn.allow([...reading, ...writing], resourcesIn(fn));
  fn.allow(usingItsKey, [dataKey.keyArn]);
  fn.give({ TABLE_NAME: tableName });
};

function resourcesIn(fn: PlatformFunction): string[] {
  const table = Stack.of(fn).formatArn({ service: 'dynamodb', resource: 'table', resourceName: tableName });
  return [table, ...tableDefinition.GlobalSecondaryIndexes.map(({ IndexName }) => `${table}/index/${IndexName}`)];
}
