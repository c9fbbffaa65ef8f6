import { addressType } from './address/schema.ts';
import { auditEntryType } from './audit-entry/schema.ts';
import { categoryType } from './category/schema.ts';
import { changeFileType } from './change-file/schema.ts';
import { changeType } from './change/schema.ts';
import { correctionType } from './correction/schema.ts';
import { counterType } from './counter/schema.ts';
import { inspectionType } from './inspection/schema.ts';
import { incidentType } from './incident/schema.ts';
import { guideType } from './guide/schema.ts';
import { itemType } from './item/schema.ts';
import { organType } from './organ/schema.ts';
import { powerType } from './power/schema.ts';
import { previewType } from './preview/schema.ts';
import { draftVersionType } from './draft-version/schema.ts';
import { presenceType } from './presence/schema.ts';
import { receiptType } from './receipt/schema.ts';
import { registrationType } from './registration/schema.ts';
import { riskPointType } from './risk-point/schema.ts';
import { signInAccountType } from './sign-in-account/schema.ts';
import { signInAttemptType } from './sign-in-attempt/schema.ts';
import { signInChallengeType } from './sign-in-challenge/schema.ts';
import { siteNodeType } from './site-node/schema.ts';
import { importBatchType } from './import-batch/schema.ts';
import { reviewChainType } from './review-chain/schema.ts';
import { reviewDecisionType } from './review-decision/schema.ts';
import { reviewType } from './review/schema.ts';
import { staffMemberType } from './staff-member/schema.ts';
import { standInType } from './stand-in/schema.ts';

export const contentTypes = {
  item: { schema: itemType },
  power: { schema: powerType },
  guide: { schema: guideType },
  'risk-point': { schema: riskPointType },
  category: { schema: categoryType },
  organ: { schema: organType },
  change: { schema: changeType },
  'change-file': { schema: changeFileType },
  correction: { schema: correctionType },
  counter: { schema: counterType },
  registration: { schema: registrationType },
  address: { schema: addressType },
  'site-node': { schema: siteNodeType },
  receipt: { schema: receiptType },
  preview: { schema: previewType },
  incident: { schema: incidentType },
  'audit-entry': { schema: auditEntryType },
  'stand-in': { schema: standInType },
  'staff-member': { schema: staffMemberType },
  review: { schema: reviewType },
  'review-decision': { schema: reviewDecisionType },
  'review-chain': { schema: reviewChainType },
  'import-batch': { schema: importBatchType },
  inspection: { schema: inspectionType },
  'sign-in-account': { schema: signInAccountType },
  'sign-in-attempt': { schema: signInAttemptType },
  'sign-in-challenge': { schema: signInChallengeType },
  'draft-version': { schema: draftVersionType },
  presence: { schema: presenceType },
};
