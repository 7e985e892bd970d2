import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { readSections } from '../guides.ts';

const index = `# Guides

## Begin

- [Quick start](quick-start.md): a first score
- [Questions](faq.md)

## About the package

- [Legacy](legacy.md), and the way from there
- [Security](../SECURITY.md)
- [Issues](https://example.com/issues)

Not a [list](item.md).
`;

describe('the order of the guides', () => {
  test('is that of the index, with paths from the root and what is said of each', () => {
    expect(readSections(index)).toEqual([
      {
        title: 'Begin',
        guides: [
          { title: 'Quick start', path: 'docs/quick-start.md', about: 'a first score' },
          { title: 'Questions', path: 'docs/faq.md', about: '' },
        ],
      },
      {
        title: 'About the package',
        guides: [
          { title: 'Legacy', path: 'docs/legacy.md', about: 'and the way from there' },
          { title: 'Security', path: 'SECURITY.md', about: '' },
        ],
      },
    ]);
  });

  test('begins with the quick start', () => {
    const [first] = readSections(readFileSync('docs/README.md', 'utf8'));
    expect(first?.guides[0]?.path).toBe('docs/quick-start.md');
  });
});
