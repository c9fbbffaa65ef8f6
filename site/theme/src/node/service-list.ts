import { ITEM_COLUMNS, organsOf, ORGAN_JOINS, type ItemRow } from './power-lists.ts';
import type { Statements } from './rows.ts';
import { tags } from './tags.ts';
import type { ServicesView } from './views.ts';

/** 办事服务: every guide, and public services that have none. */
export function servicesView(statements: Statements): ServicesView {
  const rows = statements.all<ItemRow>(
    `SELECT ${ITEM_COLUMNS} FROM item ${ORGAN_JOINS}
     WHERE item.id IN (
       SELECT id FROM item WHERE type = 'guide'
       UNION ALL SELECT power.item FROM power JOIN item service ON service.id = power.item
       WHERE power.kind = 'public_service' AND NOT EXISTS (
         SELECT 1 FROM connection JOIN item guide ON guide.document_id = connection.item
         WHERE connection.other = service.document_id AND guide.type = 'guide'
       )
     )
     ORDER BY item.slug`,
  );
  return { tags: [tags.services], services: rows.map(organsOf) };
}
