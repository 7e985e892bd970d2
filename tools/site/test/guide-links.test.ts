import { describe, expect, test } from '@jest/globals';
import { guideLinks, guideOrder } from '../guide-links.ts';

const guide = (title: string, path: string) => ({ title, path, about: '' });
const order = guideOrder([
  { title: 'Get started', guides: [guide('Quick start', 'docs/quick-start.md')] },
  { title: 'Migrate', guides: [guide('Legacy', 'docs/legacy.md')] },
  {
    title: 'More',
    guides: [guide('Legacy again', 'docs/legacy.md'), guide('Security', 'SECURITY.md')],
  },
]);

describe('the links at the end of a guide', () => {
  test('lead to the guides before and after it, each of which has one place', () => {
    expect(guideLinks(order, 'docs/legacy.html')).toBe(
      '<nav class="guide-links" aria-label="Previous and next guide">' +
        '<a class="previous" href="site:docs/quick-start.html"><small>Previous</small>Quick start</a>' +
        '<a class="next" href="site:SECURITY.html"><small>Next</small>Security</a></nav>',
    );
  });

  test.each([
    ['docs/quick-start.html', 'Previous</small>'],
    ['SECURITY.html', 'Next</small>'],
  ])('end at the ends: %s', (url, missing) => {
    expect(guideLinks(order, url)).not.toContain(missing);
    expect(guideLinks(order, url)).toContain('</a>');
  });

  test('are not on a page of the reference', () => {
    expect(guideLinks(order, 'modules.html')).toBe('');
  });
});
