export const PLUGIN_ID = 'disclosure';
export const ITEM_UID = 'plugin::disclosure.item';
