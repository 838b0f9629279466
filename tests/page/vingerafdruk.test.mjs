// The page tells its own SHA-256 when it is shown its file, as a file and from a server, where browsers differ in what a
// worker without an origin has.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { makeServer } from '../../tools/serveer.mjs';
import { launch, open, pagePath, shippedPage } from './support.mjs';

const html = await shippedPage();
const browser = await launch();
const server = makeServer(html);
await once(server.listen(0, '127.0.0.1'), 'listening');
after(() => server.close());

for (const [where, address] of [['file://', pagePath], ['http://', `http://127.0.0.1:${server.address().port}/`]]) {
  test(`${where} the page tells the SHA-256 of its own file`, async () => {
    const { context, kernel } = await open(browser, address);
    const press = (name) => kernel.getByRole('button', { name, exact: true }).click();
    await press('Voorbeeldschool po');
    await press('Verder');
    await press('Verder');
    await press('Bereken de meldingen');
    await press('Privacybewijs');
    await kernel.locator('#v-pagina').setInputFiles(pagePath);
    await kernel.getByText('SHA-256 van verzuimkit.html').waitFor();
    await kernel.getByText(createHash('sha256').update(html).digest('hex')).waitFor();
    await context.close();
  });
}
