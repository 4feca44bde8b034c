package io.skipway.admin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds an open session to what its person may do now: roles that were given or taken away count from the next request on,
 * and the sessions of who was shut out end there. The store is asked, so it is the same on every node.
 */
@Component
class Standing {
    private static final String ROLE = "ROLE_";

    private final UserDetailsService people;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    Standing(UserDetailsService people) {
        this.people = people;
    }

    OncePerRequestFilter filter() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                var signedIn = SecurityContextHolder.getContext().getAuthentication();
                if (signedIn != null) {
                    hold(signedIn, request, response);
                }
                chain.doFilter(request, response);
            }

            // The client's own files are the same for everyone.
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                var path = request.getServletPath();
                return path.startsWith("/skipway/") || path.startsWith("/VAADIN/build/");
            }
        };
    }

    private void hold(Authentication signedIn, HttpServletRequest request, HttpServletResponse response) {
        var person = active(signedIn.getName());
        if (person.isEmpty()) {
            SecurityContextHolder.clearContext();
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
            return;
        }
        var roles = roles(person.get().getAuthorities());
        if (!roles.equals(roles(signedIn.getAuthorities()))) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(signedIn.toBuilder()
                    .authorities(held -> {
                        // What it says of the way of signing in stays true.
                        held.removeIf(Standing::isRole);
                        held.addAll(roles);
                    })
                    .build());
            SecurityContextHolder.setContext(context);
            sessions.saveContext(context, request, response);
        }
    }

    private Optional<UserDetails> active(String name) {
        try {
            return Optional.of(people.loadUserByUsername(name)).filter(UserDetails::isEnabled);
        } catch (UsernameNotFoundException gone) {
            return Optional.empty();
        }
    }

    private static Set<GrantedAuthority> roles(Iterable<? extends GrantedAuthority> authorities) {
        var roles = new HashSet<GrantedAuthority>();
        authorities.forEach(authority -> {
            if (isRole(authority)) {
                roles.add(authority);
            }
        });
        return roles;
    }

    private static boolean isRole(GrantedAuthority authority) {
        return String.valueOf(authority.getAuthority()).startsWith(ROLE);
    }
}
