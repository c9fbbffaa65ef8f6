import type { Core } from '@strapi/strapi';
import { createAddresses, type Addresses } from './addresses.ts';
import { createAudit, type Audit } from './audit.ts';
import { createAuditWatch, type AuditWatch } from './audit-watch.ts';
import { createCatalogueChanges, type CatalogueChanges } from './catalogue-changes.ts';
import { createCatalogue, type Catalogue } from './catalogue.ts';
import { createChanges, type Changes } from './changes.ts';
import { createDraftVersions, type DraftVersions } from './draft-versions.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { createFeed, type Feed } from './feed.ts';
import { createImporter, type Importer } from './importer.ts';
import { createLedger } from './ledger.ts';
import { Nudger } from './nudger.ts';
import { createPresence, type Presence } from './presence.ts';
import { createReports, type Reports } from './publication-report.ts';
import { createPublication, type Publication } from './publication.ts';
import { createPublishedFiles, type PublishedFilesService } from './published-files.ts';
import { createReceipts, type ReceiptsService } from './receipts.ts';
import { createRegister, type Register } from './register.ts';
import { createRestoration, type RestorationService } from './restoration.ts';
import { createSiteNodes, type SiteNodes } from './site-nodes.ts';
import { createVersionHistory, type VersionHistory } from './version-history.ts';
import { createWithdrawal, type WithdrawalService } from './withdrawal.ts';

export interface Services {
  readonly addresses: Addresses;
  readonly audit: Audit;
  readonly auditWatch: AuditWatch;
  readonly catalogue: Catalogue;
  readonly catalogueChanges: CatalogueChanges;
  readonly changes: Changes;
  readonly drafts: Drafts;
  readonly draftVersions: DraftVersions;
  readonly feed: Feed;
  readonly files: PublishedFilesService;
  readonly history: VersionHistory;
  readonly importer: Importer;
  readonly nodes: SiteNodes;
  readonly nudger: Nudger;
  readonly presence: Presence;
  readonly publication: Publication;
  readonly receipts: ReceiptsService;
  readonly register: Register;
  readonly reports: Reports;
  readonly restoration: RestorationService;
  readonly withdrawal: WithdrawalService;
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
  const draftVersions = createDraftVersions({ strapi, drafts });
  const history = createVersionHistory({ strapi, drafts, draftVersions });
  const files = createPublishedFiles({ strapi });
  const changes = createChanges({ strapi, ledger, nudger });
  const feed = createFeed({ strapi, changes });
  const receipts = createReceipts({ strapi, nodes, nudger });
  return {
    addresses,
    audit,
    changes,
    drafts,
    draftVersions,
    feed,
    files,
    history,
    nodes,
    nudger,
    receipts,
    register,
    auditWatch: createAuditWatch({ strapi, audit }),
    catalogue: createCatalogue({ strapi }),
    catalogueChanges: createCatalogueChanges({ strapi, changes }),
    importer: createImporter({ strapi, drafts }),
    presence: createPresence({ strapi }),
    publication: createPublication({ strapi, drafts, register, addresses, files, changes, audit, draftVersions }),
    reports: createReports({ strapi, drafts, addresses, changes, feed, nodes, receipts, nudger }),
    restoration: createRestoration({ strapi, drafts, draftVersions, history }),
    withdrawal: createWithdrawal({ strapi, drafts, register, addresses, changes, audit }),
  };
}

/** What scripts and other plugins may call: `strapi.plugin('disclosure').service('importer')`. */
export const services = {
  audit: ({ strapi }: { strapi: Core.Strapi }) => servicesOf(strapi).audit,
  'audit-watch': ({ strapi }: { strapi: Core.Strapi }) => servicesOf(strapi).auditWatch,
  catalogue: ({ strapi }: { strapi: Core.Strapi }) => servicesOf(strapi).catalogue,
  importer: ({ strapi }: { strapi: Core.Strapi }) => servicesOf(strapi).importer,
  'site-nodes': ({ strapi }: { strapi: Core.Strapi }) => servicesOf(strapi).nodes,
  withdrawal: ({ strapi }: { strapi: Core.Strapi }) => servicesOf(strapi).withdrawal,
};
