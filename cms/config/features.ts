/** No experimental feature of Strapi is on: `firstPublishedAt` of an item is the plugin's own field. */
export default { future: {} };
