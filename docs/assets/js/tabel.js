// Tables marked data-sortable sort by the column whose head is pressed. Without script they stand in their own order.

const danish = new Intl.Collator("da", { numeric: true });

/** The rows in the order of one column; rows that are alike keep the order they had. */
export function sorted(rows, column, down) {
  const text = (row) => row.cells[column].textContent.trim();
  const order = [...rows].sort((a, b) => danish.compare(text(a), text(b)));
  return down ? order.reverse() : order;
}

function sortable(table) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      table.tBodies[0].append(...sorted(table.tBodies[0].rows, column, down));
    });
  });
}

for (const table of document.querySelectorAll("table[data-sortable]")) sortable(table);
