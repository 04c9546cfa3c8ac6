// Resolves imports for eslint-plugin-boundaries the way Node does, package `exports` and workspace links included.
const { createRequire, isBuiltin } = require('node:module');

exports.interfaceVersion = 2;

exports.resolve = (source, file) => {
  if (isBuiltin(source)) return { found: true, path: null };
  try {
    return { found: true, path: createRequire(file).resolve(source.split('?')[0]) };
  } catch {
    return { found: false };
  }
};
