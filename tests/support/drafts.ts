import type { Change } from 'disclosure-contract';

/** What a draft of the demo department refers to. */
export interface Places {
  readonly category: string;
  readonly publisher: string;
  readonly responsible: string;
}

/** A leaf category, the department and the section of its first officer, taken from what is published. */
export function placesOf(state: readonly Change[]): Places {
  const item = state.find((change) => change.kind === 'item_published')?.payload;
  const organs = state.flatMap((change) => (change.kind === 'organ_saved' ? [change.payload] : []));
  const office = organs.find(({ code }) => code === 'office');
  if (!office || item?.categories[0] === undefined)
    throw new Error('Cannot find places for drafts: nothing is published');
  return { category: item.categories[0], publisher: item.publisher, responsible: office.documentId };
}

/** A draft that may be published as it is. */
export function draftOf(title: string, { category, publisher, responsible }: Places): Record<string, unknown> {
  return {
    title,
    categories: { connect: [{ documentId: category }] },
    publisher: { connect: [{ documentId: publisher }] },
    responsible: { connect: [{ documentId: responsible }] },
    subject: 'urban_rural_environment',
    genre: 'notice',
    legalBases: ['a20_15'],
    writtenOn: '2026-11-02',
    abstract: `${title}的内容概述。`,
    body: `<p>${title}：这一段是正文，说明事项的依据、范围和时间。</p>`,
  };
}
