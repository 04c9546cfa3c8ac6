import { Stack } from 'aws-cdk-lib';
import type { PlatformFunction } from '../constructs/platform-function.ts';
import { acknowledge } from '../nag.ts';
import type { Grant } from './grant.ts';

/** Lets a function ask the model that the settings name, in whichever way it does. */
const useModel =
  (use: 'embed' | 'both'): Grant =>
  (fn, { settings: { model } }) => {
    if (model.adapter === 'ollama') return fn.give({ MODEL_ADAPTER: model.adapter, MODEL_ENDPOINT: model.endpoint });
    if (use !== 'embed') allowModel(fn, model.chat, 'bedrock:InvokeModelWithResponseStream');
    allowModel(fn, model.embed, 'bedrock:InvokeModel');
    fn.give({ MODEL_ADAPTER: model.adapter, MODEL_CHAT: model.chat, MODEL_EMBED: model.embed });
  };

/** Embeds a question and answers it. */
export const askModel = useModel('both');
/** Embeds texts. */
export const embedTexts = useModel('embed');

/** An inference profile sends a question to a region of its choice, so the model behind it is asked for in each. */
function allowModel(fn: PlatformFunction, id: string, action: string): void {
  const { region, account } = Stack.of(fn);
  const profile = /^(?:[a-z]{2,6}|global)\.(?<model>[^.]+\..+)$/.exec(id);
  if (!profile) return fn.allow([action], [`arn:aws:bedrock:${region}::foundation-model/${id}`]);
  const models = `arn:aws:bedrock:*::foundation-model/${profile.groups?.['model'] ?? id}`;
  fn.allow([action], [`arn:aws:bedrock:${region}:${account}:inference-profile/${id}`, models]);
  acknowledge(fn.role ?? fn, `AwsSolutions-IAM5[Resource::${models}]`, 'The profile chooses the region.');
}
