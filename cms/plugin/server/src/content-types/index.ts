import { addressType } from './address/schema.ts';
import { auditEntryType } from './audit-entry/schema.ts';
import { categoryType } from './category/schema.ts';
import { changeFileType } from './change-file/schema.ts';
import { changeType } from './change/schema.ts';
import { counterType } from './counter/schema.ts';
import { draftVersionType } from './draft-version/schema.ts';
import { itemType } from './item/schema.ts';
import { organType } from './organ/schema.ts';
import { presenceType } from './presence/schema.ts';
import { receiptType } from './receipt/schema.ts';
import { registrationType } from './registration/schema.ts';
import { siteNodeType } from './site-node/schema.ts';

export const contentTypes = {
  item: { schema: itemType },
  category: { schema: categoryType },
  organ: { schema: organType },
  change: { schema: changeType },
  'change-file': { schema: changeFileType },
  counter: { schema: counterType },
  registration: { schema: registrationType },
  address: { schema: addressType },
  'site-node': { schema: siteNodeType },
  receipt: { schema: receiptType },
  'audit-entry': { schema: auditEntryType },
  'draft-version': { schema: draftVersionType },
  presence: { schema: presenceType },
};
