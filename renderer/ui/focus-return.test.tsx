import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { expect, test } from 'vitest';
import { renderComponent } from '#test/render-component.tsx';
import { Dialog } from './Dialog.tsx';
import { IconButton } from './IconButton.tsx';
import { Menu, MenuItem } from './Menu.tsx';

function Window(): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <IconButton label="Backups" onClick={() => setIsOpen(true)}>
        <span />
      </IconButton>
      <Menu
        trigger={
          <IconButton label="More">
            <span />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => undefined}>One</MenuItem>
      </Menu>
      <Dialog open={isOpen} title="A list" onClose={() => setIsOpen(false)} />
    </>
  );
}

test.each([
  ['dialog', 'Backups'],
  ['menu', 'More'],
])('a %s that closes opens no tooltip on its button; the next visit does', async (role, name) => {
  const { user } = await renderComponent(<Window />);
  const button = screen.getByRole('button', { name });
  await user.click(button);
  await screen.findByRole(role);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(button));
  expect(screen.queryByRole('tooltip')).toBeNull();
  await user.tab({ shift: name === 'More' });
  await user.tab({ shift: name !== 'More' });
  await waitFor(() => expect(document.activeElement).toBe(button));
  expect((await screen.findByRole('tooltip')).textContent).toContain(name);
});
