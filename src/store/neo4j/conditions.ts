/** Conditions of a WHERE and the parameters they name. Conditions are fixed texts; what users give is a parameter. */
export class Conditions {
  readonly parameters: Record<string, unknown> = {};
  private readonly texts: string[] = [];

  add(text: string, parameters: Readonly<Record<string, unknown>> = {}): this {
    this.texts.push(text);
    Object.assign(this.parameters, parameters);
    return this;
  }

  /** `WHERE …`, or nothing. */
  get where(): string {
    return this.texts.length === 0 ? '' : `WHERE ${this.texts.join(' AND ')}`;
  }
}
