const url = process.env.STRAPI_URL;
const headers = { authorization: `Bearer ${process.env.STRAPI_TOKEN}` };

const startedAt = Date.now();
export const notices = await allNotices();
console.log(`fetched ${notices.length} notices in ${Date.now() - startedAt} ms`);

async function allNotices() {
  const found = [];
  for (let page = 1; ; page += 1) {
    const query = `sort=date:desc&populate=category&pagination[page]=${page}&pagination[pageSize]=100`;
    const answer = await fetch(`${url}/api/notices?${query}`, { headers });
    if (!answer.ok) throw new Error(`Strapi answered ${answer.status}`);
    const { data, meta } = await answer.json();
    found.push(...data);
    if (page % 20 === 0) console.log(`fetched ${found.length} of ${meta.pagination.total}`);
    if (page >= meta.pagination.pageCount) return found;
  }
}
