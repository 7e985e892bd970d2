module.exports = {
  minfraud: {
    input: 'openapi-3.0.json',
    output: {
      target: 'minfraud/index.ts',
      client: 'fetch',
      override: { mutator: { path: './service.ts', name: 'callService' } },
    },
  },
};
