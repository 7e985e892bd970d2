/** Forms of a page, sent as a browser does where no script runs. */
/* global FormData */

/** The form of a page with all its hidden fields, which name the server action. */
async function formOf(url, fields) {
  const page = await (await fetch(url)).text();
  const form = new FormData();
  for (const [input] of page.matchAll(/<input type="hidden"[^>]*>/g)) {
    form.set(attribute(input, 'name'), attribute(input, 'value'));
  }
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const entities = { '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#x27;': "'" };
const attribute = (tag, name) =>
  (new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replaceAll(
    /&[#\w]+;/g,
    (entity) => entities[entity] ?? entity,
  );

/** Sends it, and gives the path that the action redirects to. */
export async function submitForm(url, fields = {}, given = {}) {
  const body = await formOf(url, fields);
  const headers = { ...given, origin: new URL(url).origin };
  const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual' });
  const location = response.headers.get('location');
  if (location === null) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return location;
}
