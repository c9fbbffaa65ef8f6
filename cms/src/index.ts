/** Everything is in the plugin: this application only configures. */
export default {
  register() {},
  bootstrap() {},
};
