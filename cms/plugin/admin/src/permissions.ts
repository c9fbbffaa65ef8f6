const right = (action: string) => [{ action: `plugin::disclosure.${action}`, subject: null }];

export const RIGHTS = {
  withdraw: right('withdraw'),
  readPipeline: right('pipeline.read'),
  managePipeline: right('pipeline.manage'),
};
