import type {
  Channel,
  DeadlineRule,
  DisclosureMode,
  Genre,
  LegalBasis,
  Level,
  Marked,
  OrganKind,
  Scope,
  Stage,
  Subject,
  TargetAudience,
  Validity,
  WithdrawalReason,
} from 'disclosure-contract';
import type { ChangeKind, Audience } from 'disclosure-contract';
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
  readonly importKey: string | null;
  readonly importHash: string | null;
  readonly withdrawnAt: string | Date | null;
  readonly withdrawalReason: WithdrawalReason | null;
  readonly replacedBy: string | null;
}

export interface ItemWithRelations extends ItemRow {
  readonly categories: readonly CategoryRow[];
  readonly publisher: OrganRow | null;
  readonly responsible: OrganRow | null;
  readonly interprets: readonly ItemRow[];
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
  readonly reviewProcedure: string | null;
  readonly enquiryPhone: string | null;
  readonly supervisionPhone: string | null;
  readonly parent?: CategoryRow | null;
  readonly responsible?: OrganRow | null;
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
}

export interface ChangeFileRow extends Row {
  readonly changeSeq: number;
  readonly subject: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly mime: string;
  readonly size: number;
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
}

export interface ReceiptRow extends Row {
  readonly node: string;
  readonly seq: number;
  readonly pages: number;
  readonly durationMs: number;
  readonly visibleAt: string | Date;
  readonly problem: string | null;
}

export interface CounterRow extends Row {
  readonly name: string;
  readonly value: number;
}

export interface AuditEntryRow extends AuditEntry {
  readonly documentId: string;
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
