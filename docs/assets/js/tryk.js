// What waits until the mouse button is up: a message that pushes a button away would lose the click on it.

let isPressed = false;
const waiting = [];

addEventListener("pointerdown", () => (isPressed = true), true);
for (const name of ["pointerup", "pointercancel"]) {
  addEventListener(name, () => {
    isPressed = false;
    for (const action of waiting.splice(0)) setTimeout(action);
  }, true);
}

/** Does it now, or when the button is up again. */
export function whenReleased(action) {
  if (isPressed) waiting.push(action);
  else action();
}
