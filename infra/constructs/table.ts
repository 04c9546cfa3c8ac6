import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
  type Attribute,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { tableDefinition, ttlAttribute } from '../../backend/table/definition.ts';
import { tableName } from '../names.ts';

/** The single table, as `backend/table/definition.ts` describes it; copies are for reading and for failing over. */
export function createTable(scope: Construct, dataKey: IKey, replicaRegions: readonly string[]): TableV2 {
  const { account } = Stack.of(scope);
  const replicaKeys = replicaRegions.map((region): [string, string] => [
    region,
    `arn:aws:kms:${region}:${account}:key/${dataKey.keyId}`,
  ]);
  return new TableV2(scope, 'Table', {
    tableName,
    ...toKeys(tableDefinition.KeySchema),
    globalSecondaryIndexes: tableDefinition.GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }) => ({
      indexName: IndexName,
      ...toKeys(KeySchema),
      projectionType: ProjectionType[Projection.ProjectionType],
    })),
    billing: Billing.onDemand(),
    dynamoStream: StreamViewType[tableDefinition.StreamSpecification.StreamViewType],
    timeToLiveAttribute: ttlAttribute,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    encryption: TableEncryptionV2.customerManagedKey(dataKey, Object.fromEntries(replicaKeys)),
    replicas: replicaRegions.map((region) => ({ region })),
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

function toKeys([hash, range]: typeof tableDefinition.KeySchema): { partitionKey: Attribute; sortKey: Attribute } {
  if (!hash || !range) throw new Error('a key has two parts');
  return { partitionKey: toAttribute(hash.AttributeName), sortKey: toAttribute(range.AttributeName) };
}

const toAttribute = (name: string): Attribute => ({ name, type: AttributeType.STRING });
