/**
 * Whole numbers are `int64` and others `double`. Without a format Java takes 32 bits and overflows at AS
 * number 4200000000, and Go's float32 rounds 123456789.12. A number that is one branch of a union gets none:
 * Java would then try the branches by format, and turned a custom input of 19 into `true`.
 */
import type { OpenApiDocument } from '../document.ts';
import { mapSchemas } from './map-document.ts';

const formats: Readonly<Record<string, string>> = { integer: 'int64', number: 'double' };

export function withNumberFormats(document: OpenApiDocument): OpenApiDocument {
  return mapSchemas(document, (schema, within) => {
    const type = [schema.type].flat().find((name) => name !== 'null');
    const format = within === 'anyOf' ? undefined : formats[type ?? ''];
    return format === undefined || schema.format !== undefined ? schema : { ...schema, format };
  });
}
