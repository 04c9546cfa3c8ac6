import { Aws, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnReplicaKey, type IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** The data key in a region that holds a copy of the table. */
export class ReplicaKeyStack extends Stack {
  constructor(scope: Construct, id: string, { dataKey, ...props }: StackProps & { dataKey: IKey }) {
    super(scope, id, props);
    const key = new CfnReplicaKey(this, 'Key', {
      primaryKeyArn: dataKey.keyArn,
      description: 'Encrypts the copy of the table',
      keyPolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${Aws.ACCOUNT_ID}:root` },
            Action: 'kms:*',
            Resource: '*',
          },
        ],
      },
    });
    key.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }
}
