package io.skipway.admin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns a sign-in away before its password is looked at, while its name must wait; says for how long. */
@Component
class SignInGate {
    private final SignInThrottle throttle = new SignInThrottle(Clock.systemUTC());

    SignInThrottle throttle() {
        return throttle;
    }

    OncePerRequestFilter filter() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                var name = request.getParameter("username");
                var wait = name == null ? 0 : throttle.waitSeconds(name, request.getRemoteAddr());
                if (wait > 0) {
                    response.sendRedirect(request.getContextPath() + "/sign-in?error&wait=" + wait);
                } else {
                    chain.doFilter(request, response);
                }
            }

            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return !(request.getMethod().equals("POST")
                        && request.getServletPath().equals("/sign-in"));
            }
        };
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        throttle.failed(event.getAuthentication().getName(), address(event.getAuthentication()));
    }

    @EventListener
    void succeeded(AuthenticationSuccessEvent event) {
        throttle.succeeded(event.getAuthentication().getName(), address(event.getAuthentication()));
    }

    private static String address(Authentication authentication) {
        return authentication.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "";
    }
}
