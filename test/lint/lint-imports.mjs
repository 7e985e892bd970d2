/** What ESLint says of imports: reads `[[file, specifier], …]` from its argument, prints a list of messages for each. */
import { ESLint } from 'eslint';

const eslint = new ESLint({
  // Nothing is type-checked for these files of one line.
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-imports',
});
const found = [];
for (const [filePath, specifier] of JSON.parse(process.argv[2])) {
  const [{ messages }] = await eslint.lintText(`import '${specifier}';\n`, { filePath });
  found.push(messages.map(({ message }) => message));
}
console.log(JSON.stringify(found));
