import { flowIdSchema } from 'disclosure-contract/flow';

/** Ids for nodes and edges: those of the file where a flow may have them. */
export class FlowIds {
  private readonly given = new Set<string>();

  of(wanted: string, otherwise: string): string {
    const base = flowIdSchema.safeParse(wanted).success ? wanted : otherwise;
    let id = base;
    for (let count = base === wanted ? 2 : 1; id === otherwise || this.given.has(id); count += 1)
      id = `${base.slice(0, 56)}_${count}`;
    this.given.add(id);
    return id;
  }
}
