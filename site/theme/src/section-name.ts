interface Named {
  readonly name: string;
}

/** A section without the name of its department in front of its own: 财务科 of 亳州市住房和城乡建设局财务科. */
export function sectionName(section: Named, department: Named): string {
  const isNamedAfter = section.name.startsWith(department.name) && section.name !== department.name;
  return isNamedAfter ? section.name.slice(department.name.length) : section.name;
}

/** Who answers for an item: the section, by its name within the department; else the department. */
export function issuerName({ publisher, responsible }: { publisher: Named; responsible: Named | null }): string {
  return responsible === null ? publisher.name : sectionName(responsible, publisher);
}
