/** The two documents, as a customer's program imports them. It is compiled, not run. */
import spec = require('minfraud-sdk/openapi.json');
import older = require('minfraud-sdk/openapi-3.0.json');

export const versions: string = spec.openapi + older.openapi;
