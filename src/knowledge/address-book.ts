import { addressKey, looseAddressKey } from './address.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import type { EntityId } from './model.ts';

/** Shorter paths differ by chance. */
const LEAST_LETTERS = 10;

/** Whose an address is, by the URLs among the facts. */
export class AddressBook {
  private readonly exact = new Map<string, EntityId>();
  private readonly loose = new Map<string, Set<EntityId>>();

  constructor(knowledge: KnowledgeBase) {
    for (const { subject, value } of knowledge.facts) {
      if (value.type !== 'url') continue;
      const key = addressKey(value.url);
      if (!this.exact.has(key)) this.exact.set(key, subject);
      const loose = looseAddressKey(value.url);
      this.loose.set(loose, (this.loose.get(loose) ?? new Set()).add(subject));
    }
  }

  /** The thing at an address; `misspelt`: at one that differs only in digits and punctuation of a long path. */
  find(url: string): { id: EntityId; misspelt: boolean } | undefined {
    const id = this.exact.get(addressKey(url));
    if (id) return { id, misspelt: false };
    const loose = looseAddressKey(url);
    const [only, ...others] = this.loose.get(loose) ?? [];
    const letters = loose.slice(loose.indexOf('/') + 1).length;
    return only && others.length === 0 && letters >= LEAST_LETTERS ? { id: only, misspelt: true } : undefined;
  }
}
