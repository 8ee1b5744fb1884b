import { Component } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, RouterLink, RouterOutlet } from '@angular/router';
import { RoomPage } from './room-page';

@Component({
  selector: 'app-root',
  imports: [RouterLink, RouterOutlet],
  template: `
    <nav><a routerLink="/">Room</a> <a routerLink="/about">About</a></nav>
    <router-outlet />
  `,
})
class App {}

@Component({ template: '<h1>About</h1>' })
class About {}

// Two routes. Leaving the first one closes the room, which turns the camera off.
bootstrapApplication(App, {
  providers: [
    provideRouter([
      { path: '', component: RoomPage },
      { path: 'about', component: About },
    ]),
  ],
}).catch(console.error);
