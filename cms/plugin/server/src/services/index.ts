import type { Core } from '@strapi/strapi';
import { createAddresses, type Addresses } from './addresses.ts';
import { createApprovals } from './approvals.ts';
import { createAudit, type Audit } from './audit.ts';
import { createAuditWatch, type AuditWatch } from './audit-watch.ts';
import { createCatalogueChanges, type CatalogueChanges } from './catalogue-changes.ts';
import { createCatalogue, type Catalogue } from './catalogue.ts';
import { createChanges, type Changes } from './changes.ts';
import { createCorrections, type Corrections } from './corrections.ts';
import { createDraftVersions, type DraftVersions } from './draft-versions.ts';
import { createDraftReports, type DraftReports } from './draft-report.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { createFeed, type Feed } from './feed.ts';
import { createAddressHistory, type AddressHistory } from './address-history.ts';
import { createImportBatches, type ImportBatches } from './import-batches.ts';
import { createFileStore } from './file-store.ts';
import { createImporter, type Importer } from './importer.ts';
import { createIncidents, type Incidents } from './incidents.ts';
import { createInspections, type Inspections } from './inspections.ts';
import { createItemChecks, type ItemChecks } from './item-checks.ts';
import { createLedger } from './ledger.ts';
import { createNotices, type Notices } from './notices.ts';
import { Nudger } from './nudger.ts';
import { createOwnLinks } from './own-links.ts';
import { createPeople, type People } from './people.ts';
import { createReports, type Reports } from './publication-report.ts';
import { createPublication, type Publication } from './publication.ts';
import { createPresence, type Presence } from './presence.ts';
import { createPreviews, type Previews } from './previews.ts';
import { createPublishedFiles, type PublishedFilesService } from './published-files.ts';
import { createReceipts, type ReceiptsService } from './receipts.ts';
import { createRegister, type Register } from './register.ts';
import { createReviewBook } from './review-book.ts';
import { createReviewChains, type ReviewChains } from './review-chains.ts';
import { createReviewDesk, type ReviewDesk } from './review-desk.ts';
import { createReviewWatch, type ReviewWatch } from './review-watch.ts';
import { createReviews, type Reviews } from './reviews.ts';
import { createRoles, type Roles } from './roles.ts';
import { createSignIn, type SignIn } from '../sign-in/index.ts';
import { createRestoration, type RestorationService } from './restoration.ts';
import { createSiteNodes, type SiteNodes } from './site-nodes.ts';
import { createVersionHistory, type VersionHistory } from './version-history.ts';
import { createVersions, type Versions } from './versions.ts';
import { createWithdrawal, type WithdrawalService } from './withdrawal.ts';
import { createWithholdingNotices } from './withholding-notices.ts';
import { createWithholding, type WithholdingService } from './withholding.ts';

export interface Services {
  readonly addresses: Addresses;
  readonly audit: Audit;
  readonly auditWatch: AuditWatch;
  readonly catalogue: Catalogue;
  readonly catalogueChanges: CatalogueChanges;
  readonly changes: Changes;
  readonly checks: ItemChecks;
  readonly corrections: Corrections;
  readonly draftReports: DraftReports;
  readonly drafts: Drafts;
  readonly draftVersions: DraftVersions;
  readonly feed: Feed;
  readonly files: PublishedFilesService;
  readonly addressHistory: AddressHistory;
  readonly importBatches: ImportBatches;
  readonly importer: Importer;
  readonly incidents: Incidents;
  readonly inspections: Inspections;
  readonly nodes: SiteNodes;
  readonly notices: Notices;
  readonly nudger: Nudger;
  readonly people: People;
  readonly presence: Presence;
  readonly restoration: RestorationService;
  readonly versionHistory: VersionHistory;
  readonly previews: Previews;
  readonly publication: Publication;
  readonly receipts: ReceiptsService;
  readonly register: Register;
  readonly reports: Reports;
  readonly reviewChains: ReviewChains;
  readonly reviewDesk: ReviewDesk;
  readonly reviewWatch: ReviewWatch;
  readonly reviews: Reviews;
  readonly roles: Roles;
  readonly versions: Versions;
  readonly signIn: SignIn;
  readonly withdrawal: WithdrawalService;
  readonly withholding: WithholdingService;
}

const built = new WeakMap<Core.Strapi, Services>();

/** The services of this plugin, typed: Strapi's own lookup by name knows no types. */
export function servicesOf(strapi: Core.Strapi): Services {
  const known = built.get(strapi);
  if (known) return known;
  const services = build(strapi);
  built.set(strapi, services);
  return services;
}

function build(strapi: Core.Strapi): Services {
  const ledger = createLedger({ strapi });
  const audit = createAudit({ strapi, ledger });
  const nodes = createSiteNodes({ strapi, audit, onChange: () => nudger.forgetNodes() });
  const nudger: Nudger = new Nudger({ loadNodes: () => nodes.all(), warn: (message) => strapi.log.warn(message) });
  const register = createRegister({ strapi, ledger });
  const addresses = createAddresses({ strapi });
  const drafts = createDrafts({ strapi });
  const inspections = createInspections({ strapi });
  const files = createPublishedFiles({ strapi, store: createFileStore({ strapi }), inspections });
  const links = createOwnLinks({ strapi, addresses });
  const checks = createItemChecks({ strapi, drafts, links, files });
  const changes = createChanges({ strapi, ledger, nudger });
  const feed = createFeed({ strapi, changes });
  const corrections = createCorrections({ strapi, audit });
  const incidents = createIncidents({ strapi, audit });
  const receipts = createReceipts({ strapi, nodes, nudger, incidents });
  const versions = createVersions({ strapi, drafts, addresses, files, checks });
  const people = createPeople({ strapi, audit });
  const book = createReviewBook({ strapi });
  const notices = createNotices({ strapi, book, people });
  const approvals = createApprovals({ strapi, book, versions, changes, notices, audit });
  const chains = createReviewChains({ strapi });
  const withdrawal = createWithdrawal({ strapi, drafts, register, addresses, changes, audit });
  const withholdingNotices = createWithholdingNotices({ strapi, book, drafts });
  const reviews = createReviews({
    strapi,
    book,
    chains,
    people,
    approvals,
    versions,
    drafts,
    changes,
    withdrawal,
    withholdingNotices,
    notices,
    audit,
  });
  const withholding = createWithholding({
    strapi,
    book,
    drafts,
    people,
    approvals,
    reviews,
    withholdingNotices,
    notices,
    audit,
  });
  const draftVersions = createDraftVersions({ strapi, drafts });
  const versionHistory = createVersionHistory({ strapi, drafts, draftVersions });
  const reviewWatch = createReviewWatch({ strapi, drafts, book, approvals, withholding, audit });
  const importBatches = createImportBatches({ strapi, audit });
  return {
    addresses,
    audit,
    changes,
    checks,
    corrections,
    drafts,
    draftVersions,
    feed,
    files,
    importBatches,
    incidents,
    inspections,
    nodes,
    notices,
    nudger,
    people,
    receipts,
    register,
    reviews,
    versions,
    withdrawal,
    withholding,
    auditWatch: createAuditWatch({ strapi, audit }),
    catalogue: createCatalogue({ strapi }),
    catalogueChanges: createCatalogueChanges({ strapi, changes }),
    addressHistory: createAddressHistory({ strapi }),
    presence: createPresence({ strapi }),
    restoration: createRestoration({ strapi, drafts, draftVersions, history: versionHistory }),
    versionHistory,
    draftReports: createDraftReports({ drafts, versions }),
    importer: createImporter({ strapi, drafts, batches: importBatches }),
    previews: createPreviews({ strapi, drafts, register, addresses, changes, files, nodes, audit }),
    publication: createPublication({
      strapi,
      drafts,
      register,
      addresses,
      versions,
      approvals,
      withholding,
      changes,
      audit,
      draftVersions,
    }),
    reports: createReports({ strapi, drafts, addresses, changes, feed, nodes, receipts, incidents, nudger }),
    reviewChains: chains,
    reviewDesk: createReviewDesk({ book, drafts, reviews, withholding, watch: reviewWatch }),
    reviewWatch,
    roles: createRoles({ strapi, chains }),
    signIn: createSignIn({ strapi, audit }),
  };
}

/** What scripts and other plugins may call: `strapi.plugin('disclosure').service('importer')`. */
export const services = {
  audit: ({ strapi }: { strapi: Core.Strapi }) => servicesOf(strapi).audit,
  'audit-watch': ({ strapi }: { strapi: Core.Strapi }) => servicesOf(strapi).auditWatch,
  checks: ({ strapi }: { strapi: Core.Strapi }) => servicesOf(strapi).checks,
  catalogue: ({ strapi }: { strapi: Core.Strapi }) => servicesOf(strapi).catalogue,
  'import-batches': ({ strapi }: { strapi: Core.Strapi }) => servicesOf(strapi).importBatches,
  importer: ({ strapi }: { strapi: Core.Strapi }) => servicesOf(strapi).importer,
  notices: ({ strapi }: { strapi: Core.Strapi }) => servicesOf(strapi).notices,
  people: ({ strapi }: { strapi: Core.Strapi }) => servicesOf(strapi).people,
  'review-watch': ({ strapi }: { strapi: Core.Strapi }) => servicesOf(strapi).reviewWatch,
  reviews: ({ strapi }: { strapi: Core.Strapi }) => servicesOf(strapi).reviews,
  'site-nodes': ({ strapi }: { strapi: Core.Strapi }) => servicesOf(strapi).nodes,
  withdrawal: ({ strapi }: { strapi: Core.Strapi }) => servicesOf(strapi).withdrawal,
  withholding: ({ strapi }: { strapi: Core.Strapi }) => servicesOf(strapi).withholding,
};
