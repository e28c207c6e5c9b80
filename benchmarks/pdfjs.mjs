// What pdf.js, which shows PDFs in Firefox, takes from files: node pdfjs.mjs FOLDER_OF_PDFJS FILE.pdf ... writes of each, in
// a line that begins with "[", its pages as {tree: its tags, texts: {id of marked content: its text}, flow: all of its text}.
// Each piece of text becomes an element of its own over the picture of the page, so a space stands between two.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, ...files] = process.argv.slice(2);
const { getDocument } = await import(pathToFileURL(`${folder}/legacy/build/pdf.mjs`).href);

function texts(items) {
  const texts = {}, open = [];
  let flow = "";
  for (const item of items) {
    if (item.type?.startsWith("beginMarkedContent")) open.push(item.id);
    else if (item.type === "endMarkedContent") open.pop();
    else {
      const text = item.str + (item.hasEOL ? "\n" : " ");
      const id = open.findLast(Boolean);
      if (id) texts[id] = (texts[id] ?? "") + text;
      flow += text;
    }
  }
  return { texts, flow };
}

for (const file of files) {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 });
  const pdf = await task.promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent({ includeMarkedContent: true });
    pages.push({ tree: await page.getStructTree(), ...texts(content.items) });
  }
  await task.destroy();
  console.log(`\n${JSON.stringify(pages)}`);
}
