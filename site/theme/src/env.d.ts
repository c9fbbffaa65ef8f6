/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    disclosure: import('./node/views.ts').DisclosureLocals;
  }
}

declare module 'virtual:astro-disclosure/options' {
  const options: import('./options.ts').PageOptions;
  export default options;
}

declare module 'virtual:astro-disclosure/custom-css';

declare module 'virtual:astro-disclosure/components/AccessibilityStatement' {
  const AccessibilityStatement: typeof import('./components/AccessibilityStatement.astro').default;
  export default AccessibilityStatement;
}

declare module 'virtual:astro-disclosure/components/AdjustmentTable' {
  const AdjustmentTable: typeof import('./components/AdjustmentTable.astro').default;
  export default AdjustmentTable;
}

declare module 'virtual:astro-disclosure/components/ApplicationWays' {
  const ApplicationWays: typeof import('./components/ApplicationWays.astro').default;
  export default ApplicationWays;
}

declare module 'virtual:astro-disclosure/components/Attachments' {
  const Attachments: typeof import('./components/Attachments.astro').default;
  export default Attachments;
}

declare module 'virtual:astro-disclosure/components/BarChart' {
  const BarChart: typeof import('./components/BarChart.astro').default;
  export default BarChart;
}

declare module 'virtual:astro-disclosure/components/Bases' {
  const Bases: typeof import('./components/Bases.astro').default;
  export default Bases;
}

declare module 'virtual:astro-disclosure/components/Breadcrumb' {
  const Breadcrumb: typeof import('./components/Breadcrumb.astro').default;
  export default Breadcrumb;
}

declare module 'virtual:astro-disclosure/components/Byline' {
  const Byline: typeof import('./components/Byline.astro').default;
  export default Byline;
}

declare module 'virtual:astro-disclosure/components/CatalogueList' {
  const CatalogueList: typeof import('./components/CatalogueList.astro').default;
  export default CatalogueList;
}

declare module 'virtual:astro-disclosure/components/CatalogueSection' {
  const CatalogueSection: typeof import('./components/CatalogueSection.astro').default;
  export default CatalogueSection;
}

declare module 'virtual:astro-disclosure/components/CategoryFacts' {
  const CategoryFacts: typeof import('./components/CategoryFacts.astro').default;
  export default CategoryFacts;
}

declare module 'virtual:astro-disclosure/components/Contents' {
  const Contents: typeof import('./components/Contents.astro').default;
  export default Contents;
}
declare module 'virtual:astro-disclosure/components/CorrectionForm' {
  const CorrectionForm: typeof import('./components/CorrectionForm.astro').default;
  export default CorrectionForm;
}
declare module 'virtual:astro-disclosure/components/CorrectionReceipt' {
  const CorrectionReceipt: typeof import('./components/CorrectionReceipt.astro').default;
  export default CorrectionReceipt;
}

declare module 'virtual:astro-disclosure/components/DataExamples' {
  const DataExamples: typeof import('./components/DataExamples.astro').default;
  export default DataExamples;
}

declare module 'virtual:astro-disclosure/components/DataLinks' {
  const DataLinks: typeof import('./components/DataLinks.astro').default;
  export default DataLinks;
}

declare module 'virtual:astro-disclosure/components/DataSets' {
  const DataSets: typeof import('./components/DataSets.astro').default;
  export default DataSets;
}

declare module 'virtual:astro-disclosure/components/DataUse' {
  const DataUse: typeof import('./components/DataUse.astro').default;
  export default DataUse;
}

declare module 'virtual:astro-disclosure/components/EmptyState' {
  const EmptyState: typeof import('./components/EmptyState.astro').default;
  export default EmptyState;
}

declare module 'virtual:astro-disclosure/components/EntryList' {
  const EntryList: typeof import('./components/EntryList.astro').default;
  export default EntryList;
}

declare module 'virtual:astro-disclosure/components/FigureTable' {
  const FigureTable: typeof import('./components/FigureTable.astro').default;
  export default FigureTable;
}

declare module 'virtual:astro-disclosure/components/Figures' {
  const Figures: typeof import('./components/Figures.astro').default;
  export default Figures;
}

declare module 'virtual:astro-disclosure/components/FlowChart' {
  const FlowChart: typeof import('./components/FlowChart.astro').default;
  export default FlowChart;
}

declare module 'virtual:astro-disclosure/components/FlowText' {
  const FlowText: typeof import('./components/FlowText.astro').default;
  export default FlowText;
}

declare module 'virtual:astro-disclosure/components/Footer' {
  const Footer: typeof import('./components/Footer.astro').default;
  export default Footer;
}

declare module 'virtual:astro-disclosure/components/GuideContent' {
  const GuideContent: typeof import('./components/GuideContent.astro').default;
  export default GuideContent;
}

declare module 'virtual:astro-disclosure/components/Head' {
  const Head: typeof import('./components/Head.astro').default;
  export default Head;
}

declare module 'virtual:astro-disclosure/components/Help' {
  const Help: typeof import('./components/Help.astro').default;
  export default Help;
}

declare module 'virtual:astro-disclosure/components/Interpretations' {
  const Interpretations: typeof import('./components/Interpretations.astro').default;
  export default Interpretations;
}

declare module 'virtual:astro-disclosure/components/ItemBody' {
  const ItemBody: typeof import('./components/ItemBody.astro').default;
  export default ItemBody;
}

declare module 'virtual:astro-disclosure/components/Leaders' {
  const Leaders: typeof import('./components/Leaders.astro').default;
  export default Leaders;
}

declare module 'virtual:astro-disclosure/components/ListFilters' {
  const ListFilters: typeof import('./components/ListFilters.astro').default;
  export default ListFilters;
}

declare module 'virtual:astro-disclosure/components/MarkedEntries' {
  const MarkedEntries: typeof import('./components/MarkedEntries.astro').default;
  export default MarkedEntries;
}

declare module 'virtual:astro-disclosure/components/Masthead' {
  const Masthead: typeof import('./components/Masthead.astro').default;
  export default Masthead;
}

declare module 'virtual:astro-disclosure/components/MonthChart' {
  const MonthChart: typeof import('./components/MonthChart.astro').default;
  export default MonthChart;
}

declare module 'virtual:astro-disclosure/components/Navigation' {
  const Navigation: typeof import('./components/Navigation.astro').default;
  export default Navigation;
}

declare module 'virtual:astro-disclosure/components/NewsFeeds' {
  const NewsFeeds: typeof import('./components/NewsFeeds.astro').default;
  export default NewsFeeds;
}

declare module 'virtual:astro-disclosure/components/OrganFacts' {
  const OrganFacts: typeof import('./components/OrganFacts.astro').default;
  export default OrganFacts;
}

declare module 'virtual:astro-disclosure/components/OrganList' {
  const OrganList: typeof import('./components/OrganList.astro').default;
  export default OrganList;
}

declare module 'virtual:astro-disclosure/components/Page' {
  const Page: typeof import('./components/Page.astro').default;
  export default Page;
}

declare module 'virtual:astro-disclosure/components/PageCode' {
  const PageCode: typeof import('./components/PageCode.astro').default;
  export default PageCode;
}

declare module 'virtual:astro-disclosure/components/Pager' {
  const Pager: typeof import('./components/Pager.astro').default;
  export default Pager;
}

declare module 'virtual:astro-disclosure/components/PowerContent' {
  const PowerContent: typeof import('./components/PowerContent.astro').default;
  export default PowerContent;
}

declare module 'virtual:astro-disclosure/components/PowerList' {
  const PowerList: typeof import('./components/PowerList.astro').default;
  export default PowerList;
}

declare module 'virtual:astro-disclosure/components/PowerViews' {
  const PowerViews: typeof import('./components/PowerViews.astro').default;
  export default PowerViews;
}

declare module 'virtual:astro-disclosure/components/Powers' {
  const Powers: typeof import('./components/Powers.astro').default;
  export default Powers;
}

declare module 'virtual:astro-disclosure/components/PreviewNotice' {
  const PreviewNotice: typeof import('./components/PreviewNotice.astro').default;
  export default PreviewNotice;
}

declare module 'virtual:astro-disclosure/components/PrintOrigin' {
  const PrintOrigin: typeof import('./components/PrintOrigin.astro').default;
  export default PrintOrigin;
}

declare module 'virtual:astro-disclosure/components/PublicRecord' {
  const PublicRecord: typeof import('./components/PublicRecord.astro').default;
  export default PublicRecord;
}

declare module 'virtual:astro-disclosure/components/ReadAloud' {
  const ReadAloud: typeof import('./components/ReadAloud.astro').default;
  export default ReadAloud;
}

declare module 'virtual:astro-disclosure/components/ReadableFile' {
  const ReadableFile: typeof import('./components/ReadableFile.astro').default;
  export default ReadableFile;
}

declare module 'virtual:astro-disclosure/components/Record' {
  const Record: typeof import('./components/Record.astro').default;
  export default Record;
}

declare module 'virtual:astro-disclosure/components/RecordContent' {
  const RecordContent: typeof import('./components/RecordContent.astro').default;
  export default RecordContent;
}

declare module 'virtual:astro-disclosure/components/Related' {
  const Related: typeof import('./components/Related.astro').default;
  export default Related;
}

declare module 'virtual:astro-disclosure/components/Replacements' {
  const Replacements: typeof import('./components/Replacements.astro').default;
  export default Replacements;
}

declare module 'virtual:astro-disclosure/components/RiskContent' {
  const RiskContent: typeof import('./components/RiskContent.astro').default;
  export default RiskContent;
}

declare module 'virtual:astro-disclosure/components/RiskTable' {
  const RiskTable: typeof import('./components/RiskTable.astro').default;
  export default RiskTable;
}

declare module 'virtual:astro-disclosure/components/SearchBox' {
  const SearchBox: typeof import('./components/SearchBox.astro').default;
  export default SearchBox;
}

declare module 'virtual:astro-disclosure/components/SearchChips' {
  const SearchChips: typeof import('./components/SearchChips.astro').default;
  export default SearchChips;
}

declare module 'virtual:astro-disclosure/components/SearchFacets' {
  const SearchFacets: typeof import('./components/SearchFacets.astro').default;
  export default SearchFacets;
}

declare module 'virtual:astro-disclosure/components/SearchField' {
  const SearchField: typeof import('./components/SearchField.astro').default;
  export default SearchField;
}

declare module 'virtual:astro-disclosure/components/SearchForm' {
  const SearchForm: typeof import('./components/SearchForm.astro').default;
  export default SearchForm;
}

declare module 'virtual:astro-disclosure/components/SearchResults' {
  const SearchResults: typeof import('./components/SearchResults.astro').default;
  export default SearchResults;
}

declare module 'virtual:astro-disclosure/components/ServiceList' {
  const ServiceList: typeof import('./components/ServiceList.astro').default;
  export default ServiceList;
}

declare module 'virtual:astro-disclosure/components/StatutorySections' {
  const StatutorySections: typeof import('./components/StatutorySections.astro').default;
  export default StatutorySections;
}

declare module 'virtual:astro-disclosure/components/Strip' {
  const Strip: typeof import('./components/Strip.astro').default;
  export default Strip;
}

declare module 'virtual:astro-disclosure/components/Tasks' {
  const Tasks: typeof import('./components/Tasks.astro').default;
  export default Tasks;
}

declare module 'virtual:astro-disclosure/components/Tools' {
  const Tools: typeof import('./components/Tools.astro').default;
  export default Tools;
}

declare module 'virtual:astro-disclosure/components/ValidityNotice' {
  const ValidityNotice: typeof import('./components/ValidityNotice.astro').default;
  export default ValidityNotice;
}

declare module 'virtual:astro-disclosure/components/Venues' {
  const Venues: typeof import('./components/Venues.astro').default;
  export default Venues;
}

declare module 'virtual:astro-disclosure/components/WallChart' {
  const WallChart: typeof import('./components/WallChart.astro').default;
  export default WallChart;
}

declare module 'virtual:astro-disclosure/components/WithdrawalNotice' {
  const WithdrawalNotice: typeof import('./components/WithdrawalNotice.astro').default;
  export default WithdrawalNotice;
}

declare module 'virtual:astro-disclosure/components/WithholdingNotice' {
  const WithholdingNotice: typeof import('./components/WithholdingNotice.astro').default;
  export default WithholdingNotice;
}

declare module 'virtual:astro-disclosure/components/YearNavigation' {
  const YearNavigation: typeof import('./components/YearNavigation.astro').default;
  export default YearNavigation;
}
