import { addressType } from './address/schema.ts';
import { auditEntryType } from './audit-entry/schema.ts';
import { categoryType } from './category/schema.ts';
import { changeFileType } from './change-file/schema.ts';
import { changeType } from './change/schema.ts';
import { counterType } from './counter/schema.ts';
import { itemType } from './item/schema.ts';
import { organType } from './organ/schema.ts';
import { receiptType } from './receipt/schema.ts';
import { registrationType } from './registration/schema.ts';
import { signInAccountType } from './sign-in-account/schema.ts';
import { signInAttemptType } from './sign-in-attempt/schema.ts';
import { signInChallengeType } from './sign-in-challenge/schema.ts';
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
  'sign-in-account': { schema: signInAccountType },
  'sign-in-attempt': { schema: signInAttemptType },
  'sign-in-challenge': { schema: signInChallengeType },
};
