/**
 * Step: the portable form of the document (generated/openapi-3.0.json). OpenAPI 3.0, said in the words that
 * generators of other languages understand without edits; `docs/other-languages.md` lists what is said
 * otherwise than in 3.1 and why. Each line is a function from document to document.
 */
import type { OpenApiDocument } from '../document.ts';
import { withDateTimesAsStrings } from './date-times.ts';
import { withToldDeprecations } from './deprecations.ts';
import { withExactStatuses } from './exact-statuses.ts';
import { withFlatParameters } from './flat-parameters.ts';
import { withMixedValuesAsAny } from './mixed-values.ts';
import { withNumberFormats } from './number-formats.ts';
import { withOneErrorType } from './one-error-type.ts';
import { withOneMediaType } from './one-media-type.ts';
import { withListedOpenEnums, withListedEnumDescriptions } from './enums.ts';
import { withoutEmptyValueRule } from './empty-values.ts';
import { withoutEmptyErrors } from './empty-errors.ts';
import { withoutRequiredAlternatives } from './required-alternatives.ts';
import { withTolerantResponses } from './tolerant-responses.ts';
import { withoutUnusedComponents } from './unused-components.ts';
import { withoutUnusedTags } from './unused-tags.ts';
import { withWrittenCharacters } from './patterns.ts';
import { withPlainStrings } from './plain-strings.ts';
import { withPlainUuids } from './uuids.ts';
import { inThreeZero } from './three-zero.ts';

/** Steps in this order: those that look at 3.1 keywords first, then the keywords of 3.0. */
const steps: readonly ((document: OpenApiDocument) => OpenApiDocument)[] = [
  withToldDeprecations,
  withFlatParameters,
  withTolerantResponses,
  withExactStatuses,
  withOneMediaType,
  withOneErrorType,
  withoutEmptyErrors,
  withListedOpenEnums,
  withListedEnumDescriptions,
  withPlainStrings,
  withMixedValuesAsAny,
  withoutRequiredAlternatives,
  withoutEmptyValueRule,
  withPlainUuids,
  withWrittenCharacters,
  withNumberFormats,
  withDateTimesAsStrings,
  inThreeZero,
  withoutUnusedComponents,
  withoutUnusedTags,
];

/** The document as other languages get it; the given one stays as it is. */
export function portable(document: OpenApiDocument): OpenApiDocument {
  return steps.reduce((current, step) => step(current), document);
}
