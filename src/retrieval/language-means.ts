import { z } from 'zod';
import type { Language } from '../knowledge/model.ts';
import type { Role } from './embedder.ts';
import { centred, meanOf } from './vectors.ts';

/** From this many vectors on their mean says something about their language. */
const LEAST = 30;

const mean = z.array(z.number()).optional();
const perLanguage = z.strictObject({ en: mean, zh: mean });

/** The sidecar form of `LanguageMeans`. */
export const meansSchema = z.strictObject({ query: perLanguage, passage: perLanguage });
export type MeansData = z.output<typeof meansSchema>;

export type VectorsByLanguage = { readonly [language in Language]: readonly Float32Array[] };

/**
 * What the vectors of a language have in common, apart for questions and for texts. Embeddings of several languages form one
 * cloud per language, so that a question's neighbours are first of all texts of its own language, whatever they say;
 * taking each cloud's centre away lays the clouds over each other.
 */
export class LanguageMeans {
  private readonly means: { readonly [role in Role]: { readonly [language in Language]: Float32Array | undefined } };

  constructor(data: MeansData) {
    const vectors = ({ en, zh }: MeansData['query']) => ({
      en: en && Float32Array.from(en),
      zh: zh && Float32Array.from(zh),
    });
    this.means = { query: vectors(data.query), passage: vectors(data.passage) };
  }

  /** The means of these vectors; a language with fewer than 30 has none and stays as it is. */
  static of(vectors: { readonly [role in Role]: VectorsByLanguage }): MeansData {
    const means = ({ en, zh }: VectorsByLanguage) => ({ en: listOf(meanOf(en, LEAST)), zh: listOf(meanOf(zh, LEAST)) });
    return { query: means(vectors.query), passage: means(vectors.passage) };
  }

  centre(vector: Float32Array, role: Role, language: Language): Float32Array {
    const { en, zh } = this.means[role];
    return en && zh ? centred(vector, this.means[role][language]) : vector;
  }
}

function listOf(vector: Float32Array | undefined): number[] | undefined {
  return vector && [...vector];
}
