import type {
  CategoryPurpose,
  Channel,
  ConfidentialityRecord,
  DeadlineRule,
  DisclosureMode,
  FieldHashes,
  Genre,
  ItemType,
  LegalBasis,
  Level,
  Marked,
  OrganKind,
  ReviewKind,
  ReviewState,
  ReviewStep,
  Scope,
  Stage,
  StepKind,
  Subject,
  TargetAudience,
  Validity,
  Verdict,
  WithdrawalReason,
  Withholding,
} from 'disclosure-contract';
import type { ChangeKind, CORRECTION_STATES, CorrectionKind, Audience, Tampering } from 'disclosure-contract';
import type { Administrator } from '../domain/administrator-name.ts';
import type { DraftVersionKind } from '../domain/draft-snapshot.ts';
import type { AuditEntry } from '../domain/audit-chain.ts';

/** What the tables hold, as the query engine gives it back. Relations are there only when they were asked for. */
interface Row {
  readonly id: number;
  readonly documentId: string;
}

export interface ItemRow extends Row {
  readonly title: string | null;
  readonly slug: string | null;
  readonly indexNo: string | null;
  readonly firstPublishedAt: string | Date | null;
  readonly publishedAt: string | Date | null;
  readonly updatedAt: string | Date;
  readonly originalDate: string | null;
  readonly legalBases: readonly LegalBasis[] | null;
  readonly docNo: string | null;
  readonly source: string | null;
  readonly subject: Subject | null;
  readonly genre: Genre | null;
  readonly audienceClass: string | null;
  readonly lifecycleClass: string | null;
  readonly writtenOn: string | null;
  readonly effectiveOn: string | null;
  readonly repealedOn: string | null;
  readonly statedValidity: Validity | null;
  readonly keywords: readonly string[] | null;
  readonly abstract: string | null;
  readonly body: string | null;
  readonly disclosureMode: DisclosureMode | null;
  readonly scope: Scope | null;
  readonly channels: readonly string[] | null;
  readonly deadlineRule: DeadlineRule | null;
  readonly reviewProcedure: string | null;
  readonly language: string | null;
  readonly revisionNote: string | null;
  readonly contributors: readonly string[] | null;
  readonly withholding: Withholding | null;
  readonly importKey: string | null;
  readonly importHash: string | null;
  readonly withdrawnAt: string | Date | null;
  readonly withdrawalReason: WithdrawalReason | null;
  readonly replacedBy: string | null;
}

/** A row with the type that its table says it is of. */
export interface TypedItemRow extends ItemRow {
  readonly type: ItemType;
}

export interface ItemWithRelations extends TypedItemRow {
  /** What the columns of its type hold, complete or not; null for a type without a record. */
  readonly record: Readonly<Record<string, unknown>> | null;
  readonly categories: readonly CategoryRow[];
  readonly publisher: OrganRow | null;
  readonly responsible: OrganRow | null;
  readonly interprets: readonly ItemRow[];
  readonly replaces: readonly ItemRow[];
  readonly attachments: readonly UploadRow[] | null;
}

export interface CategoryRow extends Row {
  readonly code: string;
  readonly name: string;
  readonly order: number | null;
  readonly description: string | null;
  readonly legalBasis: LegalBasis | null;
  readonly deadlineRule: DeadlineRule | null;
  readonly contentElements: readonly Marked<string>[] | null;
  readonly basis: string | null;
  readonly channels: readonly Marked<Channel>[] | null;
  readonly targetAudiences: readonly TargetAudience[] | null;
  readonly targetGroup: string | null;
  readonly mode: DisclosureMode | null;
  readonly levels: readonly Level[] | null;
  readonly stage: Stage | null;
  readonly purpose: CategoryPurpose | null;
  readonly reviewProcedure: string | null;
  readonly enquiryPhone: string | null;
  readonly supervisionPhone: string | null;
  readonly parent?: CategoryRow | null;
  readonly responsible?: OrganRow | null;
  readonly reviewChain?: ReviewChainRow | null;
}

export interface OrganRow extends Row {
  readonly code: string;
  readonly kind: OrganKind;
  readonly name: string;
  readonly shortName: string | null;
  readonly creditCode: string | null;
  readonly duties: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly officeHours: string | null;
  readonly leader: string | null;
  readonly order: number | null;
  readonly aliases: unknown;
  readonly leaders: unknown;
  readonly venues: unknown;
  readonly applicationWays: unknown;
  readonly parent?: OrganRow | null;
}

/** Whom a version may travel to at most. `none` is kept on record and never sent. */
export type Reach = Audience | 'none';

export type StoredChangeKind = Exclude<ChangeKind, 'item_removed'>;

export interface ChangeRow extends Row {
  readonly seq: number;
  readonly at: string | Date;
  readonly kind: StoredChangeKind;
  readonly subject: string;
  readonly title: string;
  readonly audience: Reach;
  readonly sentTo: Reach;
  readonly payload: string;
  readonly payloadSize: number;
  readonly isLatest: boolean;
  readonly actor: string | null;
  readonly approval: string | null;
  readonly contentHash: string | null;
}

export interface ChangeFileRow extends Row {
  readonly changeSeq: number;
  readonly subject: string;
  readonly sha256: string;
  /** Null where the upload was published as it is, and in rows from before copies were cleaned. */
  readonly originalSha256: string | null;
  readonly fileName: string;
  readonly mime: string;
  readonly size: number;
}

export interface InspectionRow extends Row {
  readonly sha256: string;
  readonly version: number;
  readonly found: string;
}

export interface RegistrationRow extends Row {
  readonly subject: string;
  readonly indexNo: string;
  readonly firstPublishedAt: string | Date;
  readonly originalDate: string | null;
}

export interface AddressRow extends Row {
  readonly slug: string;
  readonly subject: string;
  /** Null in rows from before reaches were noted. */
  readonly reach: Reach | null;
  readonly isCurrent: boolean;
}

export interface SiteNodeRow extends Row {
  readonly name: string;
  readonly audience: Audience;
  readonly tokenHash: string;
  readonly nudgeKey: string;
  readonly nudgeUrl: string | null;
  readonly position: number;
  readonly lastSeenAt: string | Date | null;
  readonly problem: string | null;
  readonly inspection: unknown;
}

export interface ReceiptRow extends Row {
  readonly node: string;
  readonly seq: number;
  readonly pages: number;
  readonly durationMs: number;
  readonly visibleAt: string | Date;
  readonly problem: string | null;
}

/** A file of a draft that its preview shows. */
export interface PreviewFile {
  readonly fileName: string;
  /** Where the media library has it. */
  readonly url: string;
  readonly mime: string;
}

export interface PreviewRow extends Row {
  readonly tokenHash: string;
  readonly subject: string;
  readonly html: string;
  readonly files: readonly PreviewFile[];
  readonly assets: readonly string[];
  readonly node: string;
  readonly expiresAt: string | Date;
}

export interface IncidentRow extends Row {
  readonly node: string;
  readonly key: string;
  readonly path: string;
  readonly tampering: Tampering;
  readonly at: string | Date;
  readonly isRepaired: boolean;
}

export interface CorrectionRow extends Row {
  readonly receiptNumber: string;
  readonly reportedAt: string | Date;
  readonly kind: CorrectionKind;
  readonly page: string | null;
  readonly text: string;
  readonly contact: string | null;
  readonly state: keyof typeof CORRECTION_STATES;
  readonly handlingNote: string | null;
}

export interface CounterRow extends Row {
  readonly name: string;
  readonly value: number;
}

export interface AuditEntryRow extends AuditEntry {
  readonly documentId: string;
}

export interface ReviewChainRow extends Row {
  readonly name: string;
  readonly isDefault: boolean;
  readonly steps: readonly ReviewStep[];
}

/** What a withdrawal under review takes down, and why. */
export interface PlannedWithdrawal {
  readonly reason: WithdrawalReason;
  readonly replacedBy: string | null;
  /** Position of the version in the feed. */
  readonly seq: number;
}

export interface ReviewRow extends Row {
  readonly item: string;
  /** Null in rows from before there were other types than `item`. */
  readonly type: ItemType | null;
  readonly kind: ReviewKind;
  readonly round: number;
  readonly state: ReviewState;
  readonly title: string;
  readonly steps: readonly ReviewStep[];
  readonly step: number;
  readonly stepSince: string | Date;
  readonly sections: readonly string[];
  readonly authors: readonly string[];
  readonly submittedBy: string;
  readonly submittedByName: string | null;
  readonly submittedAt: string | Date;
  readonly note: string | null;
  readonly contentHash: string;
  readonly fieldHashes: FieldHashes;
  readonly publishAt: string | Date | null;
  readonly withdrawal: PlannedWithdrawal | null;
  readonly changedFields: readonly string[] | null;
  readonly reviewAgainOn: string | null;
  readonly remindedOn: string | null;
  readonly notice: string | null;
  readonly endedAt: string | Date | null;
  readonly problem: string | null;
}

export interface ReviewComment {
  readonly field: string;
  readonly text: string;
}

export interface ReviewDecisionRow extends Row {
  readonly review: string;
  readonly step: number;
  readonly stepName: string;
  readonly stepKind: StepKind;
  readonly verdict: Verdict;
  readonly opinion: string | null;
  readonly comments: readonly ReviewComment[];
  readonly confidentiality: ConfidentialityRecord | null;
  readonly person: string;
  readonly personName: string | null;
  readonly onBehalfOf: string | null;
  readonly onBehalfOfName: string | null;
  readonly at: string | Date;
  readonly contentHash: string;
}

export interface StandInRow extends Row {
  readonly person: string;
  readonly standIn: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string | null;
}

export interface StaffMemberRow extends Row {
  readonly user: string;
  readonly sections: readonly string[];
}

export interface ImportBatchRow extends Row {
  readonly name: string;
  readonly approvedBy: string;
  readonly basis: string;
  readonly at: string | Date;
  readonly actor: string | null;
  readonly documents: number;
  readonly hash: string;
  readonly entries: Readonly<Record<string, string>>;
}

/** Instants of the tables of sign-in are ISO texts. */
export interface SignInAccountRow extends Row {
  readonly account: string;
  readonly passwordSetAt: string | null;
  readonly mustChange: boolean | null;
  readonly formerHashes: readonly string[] | null;
  readonly secret: string | null;
  readonly pendingSecret: string | null;
  readonly enrolledAt: string | null;
  readonly lastStep: number | null;
  readonly recoveryHashes: readonly string[] | null;
}

export interface SignInAttemptRow extends Row {
  readonly nameHash: string;
  readonly account: string | null;
  readonly failures: number;
  readonly lockedUntil: string | null;
  readonly lastAt: string;
}

export interface SignInChallengeRow extends Row {
  readonly hash: string;
  readonly account: string;
  readonly expiresAt: string;
  readonly hasFactor: boolean;
  readonly deviceId: string | null;
  readonly remembers: boolean;
}

/** What sign-in reads of a row of Strapi's administrators. */
export interface AdministratorRow extends Administrator {
  readonly email: string;
  readonly password: string | null;
  readonly isActive: boolean | null;
  readonly createdAt: string | Date;
}

export interface DraftVersionRow extends Row {
  readonly subject: string;
  readonly at: string | Date;
  readonly kind: DraftVersionKind;
  readonly actorName: string | null;
  readonly snapshot: string;
  readonly names: string;
  readonly fields: string | null;
}

export interface PresenceRow extends Row {
  readonly subject: string;
  readonly userId: string;
  readonly name: string;
  readonly expiresAt: string | Date;
}

/** A row of Strapi's media library. */
export interface UploadRow extends Row {
  readonly name: string;
  readonly alternativeText: string | null;
  readonly url: string;
  readonly hash: string;
  readonly ext: string | null;
  readonly mime: string;
  readonly provider: string;
  /** Thousands of bytes. */
  readonly size?: number;
  readonly updatedAt: string | Date | null;
}
