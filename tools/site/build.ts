/** `npm run docs`: the guides, the reference of every entry and the HTTP API as one static site, in site/. */
import { readFileSync } from 'node:fs';
import {
  Application,
  Converter,
  IndexEvent,
  OptionDefaults,
  TSConfigReader,
  TypeDocReader,
} from 'typedoc';
import type { OpenApiDocument } from '../../scripts/document.ts';
import { MORE, nameGuide, sortGuides } from './guide-pages.ts';
import { readSections } from './guides.ts';
import { addHttpPages, HTTP_API } from './http-api/documents.ts';
import { httpPages } from './http-api/http-pages.ts';
import { writeMarkdown } from './markdown.ts';
import { SiteRouter } from './pages.ts';
import { weighSearch } from './search-weights.ts';
import { sortEntries } from './member-order.ts';
import { addLinkedSources, SOURCES } from './source-pages.ts';
import { SiteTheme } from './theme.ts';
import { DESCRIPTION, shortenWireTypes, useDescription } from './wire-types.ts';

/** What is used of markdown-it, which TypeDoc passes without a type. */
interface MarkdownIt {
  readonly linkify: { readonly set: (options: { readonly fuzzyLink: boolean }) => void };
}

const SPEC = 'generated/openapi.json';

const sections = readSections(readFileSync('docs/README.md', 'utf8'));
const operations = httpPages(JSON.parse(readFileSync(SPEC, 'utf8')) as OpenApiDocument);

const app = await Application.bootstrapWithPlugins(
  {
    options: 'tools/site/typedoc.json',
    blockTags: [...OptionDefaults.blockTags, DESCRIPTION],
    // The name of a file is not a link, though `.md` is a country's ending.
    markdownItLoader: (parser: MarkdownIt) => parser.linkify.set({ fuzzyLink: false }),
    groupOrder: [...sections.map(({ title }) => title), HTTP_API, '*', MORE, SOURCES],
  },
  [new TypeDocReader(), new TSConfigReader()],
);
app.renderer.defineRouter('site', SiteRouter);
app.renderer.defineTheme('site', SiteTheme);
app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, document) => {
  nameGuide(document, sections);
});
app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
  shortenWireTypes(project);
  for (const reflection of Object.values(project.reflections)) useDescription(reflection);
  sortGuides(project, sections);
  addHttpPages(project, operations);
  addLinkedSources(project);
});
app.renderer.on(IndexEvent.PREPARE_INDEX, weighSearch);

const project = await app.convert();
if (project === undefined) process.exit(1);
sortEntries(project);
app.validate(project);
const out = app.options.getValue('out');
await app.generateDocs(project, out);
const { errorCount, warningCount } = app.logger;
if (errorCount > 0 || (warningCount > 0 && app.options.getValue('treatWarningsAsErrors'))) {
  console.error(`TypeDoc: ${errorCount} errors, ${warningCount} warnings.`);
  process.exit(1);
}

writeMarkdown(project, sections, SPEC, out);
